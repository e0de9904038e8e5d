"""What is asked of a server that has a shell: POSIX sh, with names quoted by `shlex`.

Files are written by `cat`, which says why it cannot; the `printf` of dash says « I/O error ».
Layout of the folder there:

    current -> releases/20260312-183000-1f2e3d4c    what the web server serves
    releases/NAME/            a whole site
    releases/NAME.fichiers    its manifest, written before the folder has its name
    releases/NAME.avant       the name of the site that was online before it
    releases/NAME.part/       a site on its way; a leftover when its publication died
    releases/.publication-en-cours/   the lock; `qui` holds who has it
"""

from __future__ import annotations

import re
import shlex

from commands.publishing.manifest import Manifest, as_text

# The day and hour of a publication (UTC, the server's clock), and how its lock's token begins.
NAME = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")
Carried = list[tuple[str, str]]  # files of other sites to link: the site, the path in it
MANIFEST_HERE = ".htpublication"  # on a host without a shell; Apache serves no .ht file
_LOCK = ".publication-en-cours"
_HELD_MINUTES = 2  # a lock not renewed for longer is a dead process's


def _enter(folder: str, below: str = "") -> str:
    path = shlex.quote(f"{folder}/{below}" if below else folder)
    return f"set -eu\nunset CDPATH\numask 022\ncd -- {path} >/dev/null"


def look(folder: str) -> str:
    """Say that there is a shell, and what the folder holds."""
    return f"""\
printf '@@ shell yes\\n'
[ -e {shlex.quote(folder)} ] || exit 0
[ -d {shlex.quote(folder)} ] || {{ echo 'Not a directory' >&2; exit 1; }}
{_enter(folder)}
[ ! -f {MANIFEST_HERE} ] || printf '@@ plain yes\\n'
if [ -L current ]; then printf '@@ current %s\\n' "$(readlink current)"
elif [ -e current ]; then printf '@@ occupied yes\\n'; fi
for one in * .[!.]*; do
    [ -e "$one" ] || continue
    case $one in
        current|releases|{MANIFEST_HERE}|.current.*) ;;
        *) printf '@@ other %s\\n' "$one" ;;
    esac
done
[ -d releases ] || exit 0
printf '@@ releases yes\\n'
cd releases
for one in [0-9]*; do
    [ -d "$one" ] || continue
    printf '@@ folder %s\\n' "$one"
    [ -f "$one.fichiers" ] || continue
    printf '@@ whole %s\\n' "$one"
    sed "s/^/@@ in:$one /" "$one.fichiers"
    [ ! -f "$one.avant" ] || printf '@@ before:%s %s\\n' "$one" "$(cat "$one.avant")"
done"""


def hold_lock(folder: str, token: str, patience: int) -> str:
    """Take the lock, say so, and keep it as long as lines come: the end of the input frees it."""
    return f"""\
set -u
unset CDPATH
umask 022
mkdir -p -- {shlex.quote(folder)} || exit 73
cd -- {shlex.quote(folder)} >/dev/null || exit 73
lock={_LOCK} token={shlex.quote(token)} tries={patience}
is_mine() {{ [ "$(cat "$lock/qui" 2>/dev/null)" = "$token" ]; }}
until mkdir "$lock" 2>/dev/null; do
    if [ ! -d "$lock" ]; then mkdir "$lock" || exit 73; break; fi
    if [ -n "$(find "$lock" -prune -mmin +{_HELD_MINUTES} 2>/dev/null)" ]; then
        mv "$lock" "$lock.$token" 2>/dev/null && rm -rf "$lock.$token"
        continue
    fi
    tries=$((tries - 1))
    if [ "$tries" -lt 0 ]; then printf '@@ busy yes\\n'; exit 0; fi
    sleep 1
done
trap 'is_mine && rm -rf "$lock"' EXIT
trap 'exit 0' HUP INT TERM PIPE
printf '%s\\n' "$token" | cat >"$lock/qui" || {{ rm -rf "$lock"; exit 73; }}
printf '@@ held %s\\n' "$(date -u +%Y%m%d-%H%M%S)"
while IFS= read -r beat; do
    is_mine || exit 0
    touch "$lock"
done"""


def _check_lock(token: str) -> str:
    mine = f'[ "$(cat {_LOCK}/qui 2>/dev/null)" = {shlex.quote(token)} ]'
    return f"{mine} || {{ printf '@@ lost yes\\n'; exit 0; }}"


def _point(name: str) -> str:
    """Put the link `current` on a site: one rename, which no request can see half done."""
    link = shlex.quote(f".current.{name}")
    return f"""\
cd ..
rm -f .current.[0-9]*
ln -sfn {shlex.quote(f"releases/{name}")} {link}
mv -fT {link} current 2>/dev/null || mv -fh {link} current 2>/dev/null ||
    perl -e 'rename $ARGV[0], $ARGV[1] or die "$!"' {link} current
[ "$(readlink current)" = {shlex.quote(f"releases/{name}")} ]
printf '@@ online %s\\n' {shlex.quote(name)}"""


def _carry(into: str, carried: Carried) -> str:
    """Link files of other sites into one that lacks them."""
    lines = "\n".join(f"{name}/{path}" for name, path in carried)
    return f"""\
while IFS= read -r one; do
    [ -n "$one" ] || continue
    to={shlex.quote(into)}/${{one#*/}}
    [ ! -e "$to" ] || continue
    mkdir -p "${{to%/*}}"
    ln "$one" "$to" 2>/dev/null || cp -p "$one" "$to" 2>/dev/null || [ ! -e "$one" ]
done <<'FIN-DES-FICHIERS'
{lines}
FIN-DES-FICHIERS"""


def put_online(
    folder: str, token: str, name: str, before: str, manifest: Manifest, carried: Carried
) -> str:
    """Make a site that was sent whole the one online."""
    return f"""\
{_enter(folder, "releases")}
{_check_lock(token)}
cat >{name}.fichiers <<'FIN-DES-FICHIERS'
{as_text(manifest)}FIN-DES-FICHIERS
printf '%s\\n' {shlex.quote(before)} | cat >{name}.avant
{_carry(f"{name}.part", carried)}
[ ! -e {name} ]
mv {name}.part {name}
{_point(name)}"""


def put_back_online(folder: str, token: str, name: str, carried: Carried) -> str:
    """Make an earlier site the one online again."""
    return f"""\
{_enter(folder, "releases")}
{_check_lock(token)}
{_carry(name, carried)}
{_point(name)}"""


def remove(folder: str, token: str, names: list[str]) -> str:
    """Remove sites; the manifest first, so that none is ever taken for a whole one."""
    lines = "\n".join(f"rm -f {n}.fichiers {n}.avant\nrm -rf {n} {n}.part" for n in names)
    return f"{_enter(folder, 'releases')}\n{_check_lock(token)}\n{lines or ':'}"
