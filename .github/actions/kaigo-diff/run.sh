#!/usr/bin/env bash
# Compares two revisions of each path with kaigo diff; writes the Markdown to the step summary and, for a pull request, into one comment that
# later runs rewrite. Everything comes in by environment variables (see action.yml); nothing of it is ever evaluated as code.
set -uo pipefail

marker='<!-- kaigo-diff -->'
limit=60000

read -r -a kaigo <<<"${KAIGO:-kaigo}"
base="${KAIGO_BASE:?the revision compared against}"
head="${KAIGO_HEAD:-HEAD}"
reports="${KAIGO_REPORTS:-$(mktemp -d)}"
summary="${GITHUB_STEP_SUMMARY:-/dev/stdout}"
mkdir -p "$reports"

paths=()
while IFS= read -r path; do
  [ -n "$path" ] && paths+=("$path")
done <<<"${KAIGO_PATHS:?the paths to compare}"

# A shallow clone may lack the base.
if ! git cat-file -e "$base^{commit}" 2>/dev/null; then
  git fetch --quiet --depth=1 origin "$base" || { echo "The base revision $base cannot be fetched." >&2; exit 1; }
fi

options=(--format md --lang "${KAIGO_LANG:-ja}" --limit "$((limit / ${#paths[@]}))")
[ -n "${KAIGO_FAIL_ON:-}" ] && options+=(--fail-on "$KAIGO_FAIL_ON")

comment="$reports/comment.md"
printf '%s\n' "$marker" >"$comment"
status=0
for i in "${!paths[@]}"; do
  "${kaigo[@]}" diff "$base..$head" "${options[@]}" --out "$reports/$((i + 1)).md" -- "${paths[$i]}" >>"$comment" 2>"$reports/errors.txt"
  code=$?
  if [ -s "$reports/errors.txt" ]; then
    # A comparison that failed is never "no changes": it is said where the changes would be.
    { printf '\n### %s\n\n```\n' "${paths[$i]}"; head -c 8000 "$reports/errors.txt"; printf '```\n'; } >>"$comment"
    cat "$reports/errors.txt" >&2
  fi
  [ "$code" -gt "$status" ] && status=$code
done
rm -f "$reports/errors.txt"
cat "$comment" >>"$summary"

if [ "${KAIGO_COMMENT:-true}" = true ] && [ -n "${KAIGO_PULL_REQUEST:-}" ]; then
  comments="repos/$GITHUB_REPOSITORY/issues/$KAIGO_PULL_REQUEST/comments"
  id=$(gh api --paginate "$comments" --jq ".[] | select(.body | startswith(\"$marker\")) | .id" | head -n 1)
  if [ -n "$id" ]; then
    gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$comment" || status=$((status > 1 ? status : 1))
  else
    gh api --silent --method POST "$comments" --field "body=@$comment" || status=$((status > 1 ? status : 1))
  fi
fi

exit "$status"
