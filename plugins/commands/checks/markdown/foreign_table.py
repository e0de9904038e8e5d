"""The table of what other programs read in a text, and kramdown does not."""

from __future__ import annotations

from commands.checks.markdown.invisible_signs import UNSEEN
from jekyll.front_matter.data_types import IMAGE_ENDINGS

_TO_MAKE_A_BOX = "Écrivez « > [!NOTE] », puis « > » au début de chaque ligne de l'encart."
_BOXES = "note|info|tip|hint|warning|danger|caution|important|attention|astuce"
_TASK = "Écrivez « - [ ] », une espace, puis ce qui est à faire."
_LIST = r"^[ >]*(?:(?:[-*+]|\d{1,3}\.)[ \t]*)?"  # what may stand before a task
_BRACED = r"(?P<written>\{[ ]?(?P<a>[.#][A-Za-z][^{}\n]{0,100}?)[ ]?\})"
_BRACES = r"Écrivez {: \g<a>}."
_KEYS = "width|height|target|style|loading|lang|title"
_QUOTE = "[\"']?"
_SIZE = rf"(?P<a>width|height)={_QUOTE}(?P<b>\d{{1,5}})"
_CODES = "b|i|u|s|url|img|quote|center|color|size|list|code|email|font|spoiler|youtube"
_IMAGES = "|".join(sorted(ending.lstrip(".") for ending in IMAGE_ENDINGS))
# Of each form: how it is written, those of its signs that are shown, what to write in its place.
FORMS = (
    # Wikis and notebooks.
    (
        r"^(?:\[{1,2}_{0,2}(?:(?i:toc)|(?i:sommaire))_{0,2}\]{1,2}|\$\{toc\})[ \t]*$",
        "[]{}",
        "Écrivez deux lignes : « - Sommaire », puis « {:toc} ».",
    ),
    (r"^＃{1,6}[^\n]{1,200}", "＃", "Tapez des « # » ordinaires, puis une espace."),
    (
        r"%%(?P<a>[^%\n]{1,200})%%",
        "%",
        "Pour une remarque qui ne paraît pas, écrivez <!-- devant, et --> derrière.",
    ),
    (
        rf"^!(?P<a>[\w./-]{{1,200}}\.(?:{_IMAGES}))[ \t]*$",
        "!./",
        r"Écrivez ![Ce que montre l'image](\g<a>).",
    ),
    (
        rf"^(?P<a>/?(?:[\w-]{{1,100}}/){{1,9}}[\w.-]{{1,100}}\.(?:{_IMAGES}))[ \t]*$",
        "./",
        r"Écrivez ![Ce que montre l'image](\g<a>).",
    ),
    (r"^~{3,} (?P<a>[^~\n]{1,200}) ~{3,}[ \t]*$", "~", r"Écrivez « ## \g<a> »."),
    (r"^={2,6} (?P<a>[^=\n]{1,200}) ={2,6}[ \t]*$", "=", r"Écrivez « ## \g<a> »."),
    (r"'''(?P<a>[^'\n]{1,200})'''", "", r"Écrivez **\g<a>**."),
    (r"(?<![=\w])==(?=[^\W\d_])[^=\n]{1,200}$", "=", "Ajoutez « == » après le dernier mot."),
    (
        rf"(?<![=\w])==(?:[{UNSEEN}](?P<a>[^=\n]{{1,200}})|(?P<b>[^\W\d_][^=\n]{{0,200}}))"
        rf"[ {UNSEEN}]==(?![=\w])",
        "=",
        "Collez « == » au premier mot et au dernier.",
    ),
    # SPIP, forums, chats.
    (
        r"\[(?P<a>[^\[\]\n]{1,200}?)->(?P<b>[^\[\]\s]{1,500})\]",
        "[]>",
        r"Écrivez [\g<a>](\g<b>).",
    ),
    (
        r"\[(?P<a>https?://[^\s\[\]|]{1,500})[ |](?P<b>[^\[\]\n]{1,200})\](?![(\[:])",
        "[]",
        r"Écrivez [\g<b>](\g<a>).",
    ),
    (
        rf"\[(?P<a>{_CODES})(?:=[^\]\n]{{0,200}})?\](?=[^\n]{{0,500}}?\[/(?P=a)\])",
        "[]",
        "Retirez-le : écrivez **gras**, *italique* ou [les mots](l'adresse).",
    ),
    (
        r"<(?P<a>https?://[^\s<>|]{1,500})\|(?P<b>[^<>\n]{1,200})>",
        "<",
        r"Écrivez [\g<b>](\g<a>).",
    ),
    (
        r"\"(?P<a>[^\"\n]{1,200})\":(?P<b>https?://[^\s<>\"]{1,500}[\w/])",
        ":/",
        r"Écrivez [\g<a>](\g<b>).",
    ),
    (r"^h[1-6]\. (?P<a>[^\n]{1,200})", ".", r"Écrivez « ## \g<a> »."),
    (r"(?<![\w:]):(?!https?:)[a-z][a-z_]{2,24}:(?![\w:])", ":", "Mettez le signe lui-même."),
    (r"^#{7,} ?[^\n]{1,200}", "#", "Un titre commence par un à six « # »."),
    (
        r"(?P<written>\[caption\b[^\]\n]{0,200}\])[ ]*"
        r"(?:\[?!\[(?P<a>[^\[\]\n]{0,200})\]\((?P<b>[^()\s]{1,500})\)"
        r"(?:\]\([^()\s]{0,500}\))?)[ ]*(?P<c>[^\[\]\n]{1,300}?)[ ]*\[/caption\]",
        "[]",
        r'Écrivez ![\g<a>](\g<b> "\g<c>").',
    ),
    (
        r"\[caption\b[^\]\n]{0,200}\](?![(\[:])",
        "[]",
        'Écrivez ![Ce que montre l\'image](images/photo.jpg "La légende").',
    ),
    (
        r"\[(?:gallery|embed|video|audio|playlist|contact-form-7)\b[^\]\n]{0,200}\](?![(\[:])",
        "[]",
        "Retirez-le : des images qui se suivent font une galerie, et le code d'intégration d'un "
        "autre site se colle tel quel.",
    ),
    (
        r"^(?:// |%%|/\*|\{# )[^\n]{1,200}",
        "/%*{#}",
        "Pour une remarque qui ne paraît pas, écrivez <!-- devant, et --> derrière.",
    ),
    (
        rf"^(?P<written>!)[ {UNSEEN}]+\[(?P<a>[^\[\]\n]{{1,200}})\]"
        rf"\((?P<b>[^()\s]{{1,500}}\.(?:{_IMAGES}))",
        "!",
        r"Retirez l'espace : ![\g<a>](\g<b>).",
    ),
    (
        rf"!\((?P<a>[^()\s]{{1,500}}\.(?:{_IMAGES}))\)(?!\[)",
        "!()",
        r"Écrivez ![Ce que montre l'image](\g<a>).",
    ),
    # Tasks, as GitHub has them in lists.
    (rf"{_LIST}(?P<written>\[[ {UNSEEN}]?\](?![ \t]*\()[^\n]{{0,200}})", "[]", _TASK),
    (
        rf"{_LIST}(?P<written>\[[xX]\](?![ \t]*[(\[:])[^\n]{{1,200}})",
        "[]",
        _TASK.replace("[ ]", "[x]"),
    ),
    (r"(?<=\|)[ \t]*\[[ xX]\](?=[ \t]*\|)", "[]", "Écrivez ☐ ou ☑."),
    (
        r"^(?P<a>[^\W_][^\n#|]{0,200}?)[ \t]+(?P<written>#{2,6})[ \t]*$",
        "#",
        r"Écrivez « ## \g<a> ».",
    ),
    # Docutils, as Nikola and Pelican have it too.
    (
        r"^\.\. (?:image|figure):: (?P<a>[^\s]{1,300})",
        ".:",
        r"Écrivez ![Ce que montre l'image](\g<a>).",
    ),
    (
        r"^\.\. (?!image|figure)[a-z-]{3,30}::[^\n]{0,100}",
        ".:",
        "Retirez-le : pour un encart, écrivez « > [!NOTE] » ; pour du code, ```.",
    ),
    # A definition, as kramdown has them with a space.
    (
        r"(?<=\S\n):(?P<a>[^\W\d_][^:\n]{0,200})$",
        ":",
        r"Pour une définition, mettez une espace : « : \g<a> ».",
    ),
    # Pandoc and its like.
    (rf"(?<=[)\]*_`\w]){_BRACED}", "{}.#", _BRACES),
    (r"(?<=\))\(: ?(?P<a>[.#][\w-]{1,100}) ?\)", "():.#", r"Écrivez {: \g<a>}."),
    (r"\{[ ]+:[ ]?(?P<a>[.#][A-Za-z][^{}\n]{0,100}?)[ ]?\}", "{}:.#", _BRACES),
    (rf"^[^{{}}\n]{{0,500}}(?<![^ \n]){_BRACED}[ \t]*$", "{}.#", _BRACES),
    (
        rf"(?<=\))\{{[ ]?{_SIZE}(?:px)?{_QUOTE}[ ]?\}}",
        "{}=",
        r'Écrivez {: \g<a>="\g<b>"}.',
    ),
    (
        rf"(?<=\))\{{[ ]?{_SIZE}%{_QUOTE}[ ]?\}}",
        "{}=",
        r'Écrivez {: style="\g<a>: \g<b>%"}.',
    ),
    (
        rf"(?<=\))\{{[ ]?(?!(?:width|height)={_QUOTE}\d{{1,5}}(?:px|%)?{_QUOTE}[ ]?\}})"
        rf"(?P<a>{_KEYS})=[\"']?(?P<b>[^\"'{{}}\n]{{1,100}}?)[\"']?[ ]?\}}",
        "{}=",
        r'Écrivez {: \g<a>="\g<b>"}.',
    ),
    (r"^:{3,}[ \t]*\{?\.?[^\W\d_][^\n]{0,100}", ":", _TO_MAKE_A_BOX),
    (rf"^(?:!!!|\?\?\?\+?) ?(?:{_BOXES})\b[^\n]{{0,100}}", "!?", _TO_MAKE_A_BOX),
    (
        r"\^\[(?P<a>[^\[\]\n]{1,500})\]",
        "^[]",
        r"Écrivez [^1], et plus bas, seule sur sa ligne, la note : [^1]: \g<a>",
    ),
    (
        r"(?<![\w~\\])~(?!\d+~)(?P<a>[^\s~](?:[^~\n]{0,200}[^\s~])?)~(?![\w~])",
        "~",
        r"Écrivez ~~\g<a>~~.",
    ),
    (r"~~ ?(?P<a>[^~\n]{1,200}?) ?~{1,2}(?!~)", "~", r"Écrivez ~~\g<a>~~."),
    (
        r"(?<!\w)__(?P<a>[^\W_][^_\n]{0,100})__(?=[^\W_])|(?<=[^\W_])__(?P<b>[^\W_][^_\n]{0,100})__(?!\w)",
        "_",
        r"Écrivez **\g<a>\g<b>**.",
    ),
    (r"(?<![\w`])`(?=[^\W\d_])[^`\n]{1,200}$", "`", "Ajoutez « ` » à la fin du code."),
    (
        r"<(?:a|audio|br|div|hr|iframe|img|p|span|video)\b[^<>\n]{0,200}$",
        "<",
        "Ajoutez « > » à sa fin.",
    ),
    (r"^'{3,}[ \t]*$", "", "Pour du code, écrivez ``` à la place."),
    (r"(?<=[^\W\d_])´(?=[^\W\d_])", "´", "Tapez une apostrophe : « ' »."),
    (r"<[ ]*https?://[^<>|\n]{1,500}>", "<>", "Retirez les espaces entre « < » et « > »."),
    (
        r"<(?P<a>(?:[\w-]{1,63}\.){1,9}[a-z]{2,20}/[^\s<>]{0,500})>",
        "<>",
        r"Écrivez <https://\g<a>>.",
    ),
    (
        r"<(?P<a>[\w.+-]{1,64}@[\w.-]{1,64}),(?P<b>[a-z]{2,20})>",
        "<>@,",
        r"Mettez un point : <\g<a>.\g<b>>.",
    ),
    (r"<https?://[^\s<>]{1,500}(?=\s[^<>\n]{0,500}$)", "<", "Ajoutez « > » à la fin de l'adresse."),
    (
        r"(?<!\\)&(?P<a>nbsp|[aeiou](?:acute|grave|circ|uml)|ccedil|[lr]aquo|euro|hellip|[nm]dash"
        r"|[lr]squo)(?![\w;=])",
        "&",
        r"Ajoutez « ; » : &\g<a>;",
    ),
    (
        r"(?<=\S\n)\[\^[\w-]{1,30}\]:[^\n]{0,200}",
        "[^]:",
        "C'est une note : laissez une ligne vide avant elle.",
    ),
    (
        r"【\d{1,4}(?::\d{1,4})?†[^】\n]{0,100}】|:contentReference\[oaicite:\d{1,4}\]"
        r"(?:\{index=\d{1,4}\})?",
        "【†】[:]{=}",
        "Retirez-le : un assistant l'a laissé là, et il ne mène à rien.",
    ),
    (r"<[\w.+-]{1,64}@[\w-]{1,64}>", "<>", "Écrivez l'adresse entière : <nom@exemple.fr>."),
    (r"(?<=[^\W_])~(?P<a>\w{1,4})~(?!~)", "~", r"Écrivez <sub>\g<a></sub>."),
    (r"(?<!\^)\^(?P<a>[^\W_]{1,20})\^(?!\^)", "^", r"Écrivez <sup>\g<a></sup>."),
    (r"\[\^[ ]+(?P<a>[\w-]{1,30})[ ]*\]", "^[]", r"Retirez l'espace : [^\g<a>]."),
    (r"(?<![\w+])\+\+(?P<a>[^\W\d_][^+\n]{0,100})\+\+(?![\w+])", "+", r"Écrivez <ins>\g<a></ins>."),
)
