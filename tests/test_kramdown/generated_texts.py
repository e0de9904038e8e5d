"""Texts that nobody wrote, made of what people write: each depends on its number alone."""

from collections.abc import Sequence
from random import Random

# In each, what is not odd comes first.
_WORDS = """le La été l'été aujourd'hui d'un L'École n° 12 3e 2024 Sète, fin. oui ici : x--y a... …
– ’ é! B (a) a-b a_b _b 5*
* -
+ # AT&T & &amp; < > a<b <b>x</b> <br> -- --- ... -> "mot" "deux mots"
15" 'a' 's l' l'"x" \\* \\ ~~a~~ $ $$x$$ {: .x} {x} | ^ [x] [x [^1] ] ! ![ `c` `` `c  c` `<a>`
`l'a` http://a.fr/b « oui » \u00a0 \u202f e\u0301 œ “q” — = == 1. 1) * *a** a*b*c ** __ _ ***
日本 🙂 [ ] [x] xX
²""".replace("\n", " ").split(" ")
_SPANS = """*{}* **{}** _{}_ __{}__ [{}](/a/b.html) [{}](/a_b?c=d&e#f_g) ![Une|vue](/i.png)
`a|&<b>` [{}](/a|"Titre") ![](/i.png|"Une|vue") "le|{}|a" ({}) {}: {}, [{}](/a|"L'un") `{}`
"{}" **{}**… ![{}](/i--j.png) (_{}_)
«\u00a0{}\u00a0» <{}> *{} {}** [{}]: [{}][] [{}](<a|b>)
{}' [{}](a(b)) ~~{}~~ '{}' "{}". *{}*, **{}**.
l'*{}* "*{}*" *"{}"* "{}*" *[{}](a)* [*{}*](a)""".split()
_STARTS = (
    *(
        "Un {}",
        "{}",
        "– {}",
        "- Un {}",
        "* Un {}",
        "1. Un {}",
        "> Un {}",
        "## {}",
        "# {}",
        "- {}",
        "1. {}",
        "2. {}",
        "> - {}",
    ),
    *("    {}", "  {}", "   {}", "- [ ] {}", ": {}", "#{}", "###### {} #", ">{}", "- - {}"),
    *(
        "{}  ",
        "{} ",
        "{}\\",
        "\t{}",
        "-",
        "```",
        "---",
        "***",
        "* * *",
        "===",
        "^",
        "{{:toc}}",
        "___",
    ),
    *("[a]: /b", "*[a]: b", "<div>", "</div>", "| {} | b |", "{{:.a}}", "3. {}", "1) {}", "10. {}"),
)
_JOINTS = ("\n\n", "\n\n", "\n", "\n\n\n", "\n  ", "\n   ", "\n \n", "\n\n  ", "\n---\n", "")


def generated_text(number: int) -> str:
    """Return the text of a number; of three, one holds nothing odd, one little."""
    chance = Random(f"text {number}")
    oddity = number % 3
    lines = [_lines(chance, oddity) for _ in range(chance.randrange(1, 6))]
    return "".join(line + _one(_JOINTS, 3, chance, oddity) for line in lines)


def _one(among: Sequence[str], calm: int, chance: Random, oddity: int) -> str:
    """Return one of those that are not odd, the first; sometimes, or often, any."""
    is_odd = chance.random() < (0.0, 0.06, 0.6)[oddity]
    return chance.choice(among if is_odd else among[:calm])


def _lines(chance: Random, oddity: int) -> str:
    start = _one(_STARTS, 8, chance, oddity)
    lines = start.format(_words(chance, oddity))
    if start[:1] in list("-*1>") and chance.random() < 0.6:  # what follows in the same block
        mark = "2. {}" if start.startswith("1") else start
        for _ in range(chance.randrange(1, 4)):
            lines += "\n" + mark.format(_words(chance, oddity))
    return lines


def _words(chance: Random, oddity: int) -> str:
    found = []
    for _ in range(chance.randrange(1, 6)):
        word = _one(_WORDS, 24, chance, oddity)
        if chance.random() < 0.35:
            span = _one(_SPANS, 14, chance, oddity).replace("|", " ")
            more = f" {_one(_WORDS, 24, chance, oddity)}" if chance.random() < 0.4 else ""
            word = span.replace("{}", word + more)
        found.append(word)
    return _one((" ", "", "  "), 1, chance, oddity).join(found)
