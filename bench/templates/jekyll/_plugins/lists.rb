# The lists of posts, ten a page: all of them, by category, by tag.
module Bench
  class Lists < Jekyll::Generator
    PER_PAGE = 10

    def generate(site)
      newest = site.posts.docs.reverse
      add(site, "Actualités", "actualites", newest)
      site.categories.each { |name, posts| add(site, name, "categories/#{name.downcase}", posts.sort.reverse) }
      site.tags.each { |name, posts| add(site, name, "tags/#{name}", posts.sort.reverse) }
    end

    def add(site, title, folder, posts)
      slices = posts.each_slice(PER_PAGE).to_a
      addresses = slices.each_index.map { |index| index.zero? ? folder : "#{folder}/#{index + 1}" }
      slices.each_with_index do |shown, index|
        page = Jekyll::PageWithoutAFile.new(site, site.source, addresses[index], "index.html")
        page.data.merge!(
          "layout" => "list", "title" => title, "posts" => shown,
          "number" => index + 1, "total" => slices.size,
          "previous_url" => index.zero? ? nil : "/#{addresses[index - 1]}/",
          "next_url" => addresses[index + 1] && "/#{addresses[index + 1]}/"
        )
        site.pages << page
      end
    end
  end
end
