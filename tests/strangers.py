"""What strangers try to write: shared by the tests of a parcel and of what is looked for in it."""

from __future__ import annotations

TITLE = "title: La fête\ndebut: 2026-12-12 18:30"
SCRIPTS = [
    "<script>alert(1)</script>",
    "<ScRiPt\n>alert(1)</sCrIpT>",
    "<img/src=x@y/onerror=alert(1)>",
    "<https://a/onclick=alert(1)>",
    "<b onclick=alert(1)>Ici</b>",
    "Bonjour\n{: onclick='alert(1)'}",
    "*Bonjour*{:style='position:fixed'}",
    "{::nomarkdown}a{:/}",
    "{::options parse_block_html='true' /}",
    "[Ici](javascript:alert(1))",
    "[Ici](java&#x73;cript&colon;alert(1))",
    "[Ici](JAVA\\script:alert(1))",
    "[Ici](java\u200bscript:alert(1))",
    "[Ici][a]\n\n[a]:\n  javascript:alert(1)",
    "<javascript:alert(1)>",
    "[Ici](data:text/html;base64,aaaa)",
    "{% include secret.html %}",
    "{{ site.data }}",
    '<scr<iframe src="https://a.fr/" title=""></iframe>ipt>alert(1)',
    '<iframe src="https://a.fr/" title="a" srcdoc="<script>"></iframe>',
    '<iframe src="javascript:alert(1)" title="a"></iframe>',
    "<svg/onload=alert(1)>",
    "<style>body{display:none}</style>",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<\x02script>alert(1)</script>",
    f"Bonjour{' ' * 300}à tous",
    "Bonjour \u202esruojnoB",
    "<details>\n<https://a/x y>\n</details>",
]
FRONTS = [
    f"{TITLE}\nlieu: '&lt;script>'",
    f"{TITLE}\nlayout: none",
    f"{TITLE}\npermalink: /",
    f"{TITLE}\nredirect_from: [/contact/]",
    f"{TITLE}\nverification: {{ignorer: [lien-brise], raison: oui}}",
    f'{TITLE}\nlieu: "\\x3cscript>"',
    f"{TITLE}\ninscription: javascript:alert(1)",
    f"{TITLE}\ntags: ['{{{{ site }}}}']",
    f"{TITLE}\nadresse: {{rue: a, <b onload=x>: b}}",
]
