"""Style sheets, `<style>` and `style=""`."""
