#!/bin/sh
# House rules that neither the compiler nor swift-format checks. Prints every breach, fails if there is one.
#
# A line may break rules 1, 3 and 4 when it ends in "// tidy-allow: REASON", or when the comment just above it
# holds "Proof:" and says why the line is safe.
set -eu
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
breaches=$work/breaches
: > "$breaches"

# Every file of the checkout that is not ignored, committed or not. Outside of git: every file.
# (safe.directory: a container often checks out as another user.)
if ! git -c safe.directory='*' ls-files -co --exclude-standard > "$work/listed" 2> /dev/null; then
    find . -type f ! -path '*/.*' | sed 's|^\./||' > "$work/listed"
fi
while IFS= read -r file; do
    if [ -f "$file" ] && [ ! -h "$file" ]; then printf '%s\n' "$file"; fi
done < "$work/listed" | LC_ALL=C sort -u > "$work/all"

grep -E '\.swift$' "$work/all" > "$work/swift" || :
grep -E '^(Sources|Plugins)/' "$work/swift" > "$work/sources" || :

# search LIST PATTERN: matching lines as file:line:text, without the ones that are allowed.
search() {
    [ -s "$1" ] || return 0
    tr '\n' '\0' < "$1" | PATTERN=$2 xargs -0 awk '
        FNR == 1 { proof = 0 }
        {
            isComment = ($0 ~ /^[[:space:]]*\/\//)
            if ($0 ~ ENVIRON["PATTERN"] && $0 !~ /\/\/ tidy-allow: [^ ]/ && (isComment || !proof))
                print FILENAME ":" FNR ":" $0
            if (!isComment) proof = 0
            else if ($0 ~ /Proof:/) proof = 1
        }'
}

# report ADVICE: takes breaches from standard input.
report() { ADVICE=$1 awk '{ print $0 "  <- " ENVIRON["ADVICE"] }' >> "$breaches"; }

without_comments() { grep -vE '^[^:]*:[0-9]+:[[:space:]]*//' || :; }
outside() { grep -vE "^($1)/" || :; }

# 1. Time, chance and identity come in from outside.
search "$work/sources" '(^|[^A-Za-z])(Date|UUID)(\.init)?\(\)' \
    | without_comments | outside Sources/Assembly | report 'inject it'
search "$work/sources" '(Date|Instant|Clock|DispatchTime|DispatchWallTime)(\(\))?\.now([^A-Za-z]|$)' \
    | without_comments | outside Sources/Assembly | report 'inject it'
search "$work/sources" 'SystemRandomNumberGenerator|arc4random|clock_gettime|gettimeofday|[^A-Za-z.]time\((nil|NULL)\)' \
    | without_comments | outside Sources/Assembly | report 'inject it'
search "$work/sources" '\.(random|randomElement|shuffled|shuffle)\(' \
    | without_comments | outside Sources/Assembly | { grep -v 'using:' || :; } | report 'give it a generator'

# 2. A C module is imported behind its own door only.
door() {
    search "$work/sources" "import $1([^A-Za-z]|\$)" | without_comments | outside "$2" \
        | report "only the door of $1 may: $2"
}
door CCurl 'Sources/CurlTransport'
door COpenSSL 'Sources/Digests'
door CPhoneNumber 'Sources/PhoneNumbers'
door CFriBidi 'Sources/Typesetting'
door CHarfBuzz 'Sources/PDFWriting|Sources/Typesetting'
door CDeflate 'Sources/PDFWriting'

# 3. No way around the compiler without a reason beside it.
search "$work/sources" '^[[:space:]]*default:' | report 'name every case, or say why not'
search "$work/sources" '(^|[^A-Za-z])(try|as)!|fatalError\(|@unchecked Sendable|nonisolated\(unsafe\)|unsafeBitCast' \
    | without_comments | report 'prove it or avoid it'
search "$work/sources" 'swift-format-ignore' | report 'say why'

# 4. No leftovers.
grep -E '\.(swift|h|c|cc|cpp|sh|py|json|ya?ml)$|(^|/)Makefile$' "$work/all" > "$work/code" || :
leftover="$(printf '%s|%s|%s' 'TO''DO' 'FIX''ME' 'XX''X')"
search "$work/code" "(^|[^A-Za-z])($leftover)([^A-Za-z]|\$)" | report 'finish it'

# 5. Leaf modules do without Foundation.
grep -E '^Sources/(CivilCalendar|JSONText|OpeningHours|PDFWriting|Typesetting|ContactRouting)/' "$work/sources" \
    > "$work/leaves" || :
search "$work/leaves" 'import (Foundation|FoundationEssentials|FoundationInternationalization)([^A-Za-z]|$)' \
    | without_comments | report 'no Foundation in a leaf module'

# 6. A file that needs more than 350 lines has more than one subject.
while IFS= read -r file; do
    lines=$(wc -l < "$file")
    [ "$lines" -le 350 ] || echo "$file: $lines lines" | report 'split it: at most 350'
done < "$work/swift"

# 7. Nothing of one developer's machine.
if [ -s "$work/all" ]; then
    tr '\n' '\0' < "$work/all" \
        | { xargs -0 grep -InE '(^|[^A-Za-z0-9_.~%/-])/(home|root|work|Users)/[A-Za-z0-9_.]' /dev/null || :; } \
        | report 'a path of one machine'
fi

if [ -s "$breaches" ]; then
    LC_ALL=C sort -u "$breaches"
    echo "tidy: $(LC_ALL=C sort -u "$breaches" | wc -l) breaches of the house rules." >&2
    exit 1
fi
echo "tidy: $(wc -l < "$work/all") files keep the house rules."
