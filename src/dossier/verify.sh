#!/bin/sh
# Checks a dossier with nothing but sh, coreutils and openssl 3. What lies where: data/ is a BagIt 1.0 bag's
# payload, proofs are those of RFC 6962, checkpoints and proofs are written as C2SP has them.
# usage: sh verify.sh [FOLDER] [--paper-size N --paper-root BASE64]
# Exit code: 0 intact, 1 not intact, 2 it could not be checked.
set -u
LC_ALL=C
export LC_ALL
nl='
'
bad=0

found() {
    printf 'FOUND: %s\n' "$1"
    bad=$((bad + 1))
}

give_up() {
    printf 'verify.sh: %s\n' "$1" >&2
    exit 2
}

# A finding after which nothing else can be said.
end_here() {
    found "$1"
    printf 'NOT INTACT\n'
    exit 1
}

# ---- reading

# Every file below $1, a line each; what is no file, with a word that no manifest has.
walk() {
    for each in "$1"/* "$1"/.[!.]* "$1"/..?*; do
        if [ -L "$each" ]; then
            printf 'link %s\n' "$each"
        elif [ -d "$each" ]; then
            walk "$each"
        elif [ -f "$each" ]; then
            printf '%s\n' "${each#./}"
        elif [ -e "$each" ]; then
            printf 'device %s\n' "$each"
        fi
    done
}

# The member $2 of the canonical JSON $1, a number or text without escapes: a quote inside a text has a
# backslash before it, so this cannot be found inside one.
member() {
    pattern="*[{,]\"$2\":"
    value=${1#$pattern}
    [ "$value" != "$1" ] || value=
    value=${value%%[,\}]*}
    value=${value#\"}
    value=${value%\"}
}

# SHA-256 of the file $1: hash
hash_of() {
    hash=$(sha256sum <"$1")
    hash=${hash%% *}
}

# The node of RFC 6962 over the two files $1 and $2, into $3.
node() { { printf '\001'; cat "$1" "$2"; } | openssl dgst -sha256 -binary >"$3"; }

hex_to_file() { printf '%s' "$1" | tr a-f A-F | basenc -d --base16 >"$2"; }

# The checkpoint in file $1: origin, size, root, key (the file of the key that signed it, or nothing).
read_checkpoint() {
    key= origin= size= root= blank= line=
    {
        IFS= read -r origin && IFS= read -r size && IFS= read -r root && IFS= read -r blank && IFS= read -r line
    } <"$1" || return 1
    [ "$(cat "$1"; echo .)" = "$(printf '%s\n%s\n%s\n\n%s\n.' "$origin" "$size" "$root" "$line")" ] || return 1
    case $size in '' | 0* | *[!0-9]* | ???????????????*) return 1 ;; esac
    name=${line#— }
    name=${name%% *}
    printf '%s' "${line##* }" | base64 -d >"$tmp/signature" 2>/dev/null || return 1
    id=$(head -c 4 "$tmp/signature" | od -An -tx1 | tr -d ' \n')
    tail -c +5 "$tmp/signature" >"$tmp/signature.64"
    printf '%s\n%s\n%s\n' "$origin" "$size" "$root" >"$tmp/text"
    [ "$name" = "$origin" ] && is_key "data/keys/$id" "$name" "$id" || return 0
    signed_by "data/keys/$id.pem" "$tmp/text" "$tmp/signature.64" && key=data/keys/$id.pem
    return 0
}

signed_by() { openssl pkeyutl -verify -pubin -inkey "$1" -rawin -in "$2" -sigfile "$3" >/dev/null 2>&1; }

# $1.pem is the key that $1.vkey and its own name say: id = SHA-256(name, newline, 1, key), first four bytes.
is_key() {
    [ -f "$1.pem" ] && [ -f "$1.vkey" ] || return 1
    openssl pkey -pubin -in "$1.pem" -outform DER 2>/dev/null | tail -c 32 >"$tmp/public"
    { printf '%s\n\001' "$2"; cat "$tmp/public"; } >"$tmp/named"
    hash_of "$tmp/named"
    [ "${hash%"${hash#????????}"}" = "$3" ] || return 1
    [ "$(cat "$1.vkey")" = "$2+$3+$({ printf '\001'; cat "$tmp/public"; } | base64 -w 0)" ]
}

# ---- 1. the bag

# Lists that must be alike: $1 is named by $3, $2 is here.
same_names() {
    sort "$1" >"$tmp/named"
    sort "$2" >"$tmp/here"
    uniq -d "$tmp/named" >"$tmp/twice"
    while IFS= read -r path; do found "$path: stands twice in $3"; done <"$tmp/twice"
    comm -13 "$tmp/named" "$tmp/here" >"$tmp/added"
    while IFS= read -r path; do found "$path: was added, $3 does not name it"; done <"$tmp/added"
    comm -23 "$tmp/named" "$tmp/here" >"$tmp/gone"
    while IFS= read -r path; do found "$path: is missing, $3 names it"; done <"$tmp/gone"
}

# The files named in the manifest $1 have the hashes that stand there.
same_hashes() {
    if [ ! -f "$1" ]; then
        found "$1: is missing"
        return
    fi
    sha256sum --check --quiet --strict -- "$1" >"$tmp/report" 2>/dev/null && return
    while IFS= read -r line; do found "${line%: FAILED*}: is not the file that $1 names"; done <"$tmp/report"
    [ -s "$tmp/report" ] || found "$1: is not a manifest"
}

names_in() { if [ -f "$1" ]; then cut -c 67- "$1"; fi; }

check_bag() {
    walk . >"$tmp/files"
    : >"$tmp/payload"
    : >"$tmp/tags"
    : >"$tmp/beside"
    while IFS= read -r path; do
        case $path in
            *[!A-Za-z0-9._/-]*) found "$path: is no path that a dossier can have" ;;
            data/*) printf '%s\n' "$path" >>"$tmp/payload" ;;
            tagmanifest-sha256.txt | signature/statement.txt | signature/statement.sig) ;;
            signature/*) printf '%s\n' "$path" >>"$tmp/beside" ;;
            *) printf '%s\n' "$path" >>"$tmp/tags" ;;
        esac
    done <"$tmp/files"
    [ "$(cat bagit.txt; echo .)" = "BagIt-Version: 1.0${nl}Tag-File-Character-Encoding: UTF-8${nl}." ] ||
        found 'bagit.txt: does not say that this is a BagIt 1.0 bag'
    same_hashes manifest-sha256.txt
    names_in manifest-sha256.txt >"$tmp/list"
    same_names "$tmp/list" "$tmp/payload" manifest-sha256.txt
    same_hashes tagmanifest-sha256.txt
    names_in tagmanifest-sha256.txt >"$tmp/list"
    same_names "$tmp/list" "$tmp/tags" tagmanifest-sha256.txt
    check_oxum
}

check_oxum() {
    bytes=0 files=0
    while IFS= read -r path; do
        bytes=$((bytes + $(stat -c %s "$path"))) files=$((files + 1))
    done <"$tmp/payload"
    case "$nl$(cat bag-info.txt)$nl" in
        *"${nl}Payload-Oxum: $bytes.$files$nl"*) ;;
        *) found "bag-info.txt: data/ has $bytes bytes in $files files, and it does not say so" ;;
    esac
}

# ---- 2, 3. who signed it

check_signature() {
    read_checkpoint data/checkpoint || end_here 'data/checkpoint: is not a checkpoint'
    log_size=$size log_root=$root log_origin=$origin log_key=$key
    printf '%s' "$root" | base64 -d >"$tmp/log_root" 2>/dev/null
    [ -n "$log_key" ] || found 'data/checkpoint: is not signed by a key in data/keys'
    same_hashes signature/statement.txt
    { printf 'tagmanifest-sha256.txt\n'; cat "$tmp/beside"; } >"$tmp/expected"
    names_in signature/statement.txt >"$tmp/list"
    same_names "$tmp/list" "$tmp/expected" signature/statement.txt
    if [ -n "$log_key" ]; then
        signed_by "$log_key" signature/statement.txt signature/statement.sig ||
            found 'signature/statement.sig: is not the signature over signature/statement.txt'
    fi
    check_token signature/tagmanifest-sha256.tsr tagmanifest-sha256.txt signature/authority.pem
}

# The timestamp $1 over the file $2, by the authority whose certificates are in $3, at its own time.
check_token() {
    [ -f "$1" ] || return 0
    openssl ts -reply -in "$1" -text >"$tmp/token" 2>/dev/null || :
    moment=
    while IFS= read -r line; do
        case $line in 'Time stamp: '*) moment=${line#Time stamp: } ;; esac
    done <"$tmp/token"
    seconds=$(date -u -d "$moment" +%s 2>/dev/null) || seconds=
    if [ -n "$seconds" ] && openssl ts -verify -data "$2" -in "$1" -CAfile "$3" -untrusted "$3" \
        -attime "$seconds" >/dev/null 2>&1; then
        tokens="$tokens  $2 is not younger than $moment, says the authority of $3$nl"
    else
        found "$1: is not a timestamp of $2 by the authority in $3"
    fi
}

# ---- 4. each event

check_events() {
    : >"$tmp/objects"
    : >"$tmp/own"
    : >"$tmp/seqs"
    ends=$nl chains=$nl events=0
    for folder in data/events/*; do
        if [ ! -f "$folder/header.json" ]; then
            found "$folder/header.json: is missing"
            continue
        fi
        header=$(cat "$folder/header.json")
        member "$header" seq
        seq=$value
        printf '"seq":%s\n' "$seq" >>"$tmp/seqs"
        if [ "$folder" != "data/events/$(printf %012d "$seq" 2>/dev/null)" ]; then
            found "$folder/header.json: is the header of another event"
            continue
        fi
        events=$((events + 1))
        hash_of "$folder/header.json"
        header_hash=$hash
        check_proof
        check_payload
        check_chain
    done
    [ "$events" -gt 0 ] || found 'data/events: holds no events'
}

check_proof() {
    proof=$folder/inclusion.tlog-proof
    if [ ! -f "$proof" ]; then
        found "$proof: is missing"
        return
    fi
    hex_to_file "$header_hash" "$tmp/entry"
    { printf '\000'; cat "$tmp/entry"; } | openssl dgst -sha256 -binary >"$tmp/r"
    {
        IFS= read -r first && IFS= read -r second || second=
        fn=$seq sn=$((log_size - 1))
        while IFS= read -r line && [ -n "$line" ]; do
            [ "$sn" -gt 0 ] || sn=-1
            printf '%s' "$line" | base64 -d >"$tmp/p" 2>/dev/null || sn=-1
            if [ $((fn & 1)) -eq 1 ] || [ "$fn" -eq "$sn" ]; then
                node "$tmp/p" "$tmp/r" "$tmp/n"
                while [ $((fn & 1)) -eq 0 ] && [ "$fn" -gt 0 ]; do fn=$((fn >> 1)) sn=$((sn >> 1)); done
            else
                node "$tmp/r" "$tmp/p" "$tmp/n"
            fi
            mv "$tmp/n" "$tmp/r"
            fn=$((fn >> 1)) sn=$((sn >> 1))
        done
        cat >"$tmp/rest"
    } <"$proof"
    hash_of "$tmp/rest"
    if [ "$first" != c2sp.org/tlog-proof@v1 ] || [ "$second" != "index $seq" ]; then
        found "$proof: is not the proof of event $seq"
    elif [ "$hash" != "$checkpoint_hash" ]; then
        found "$proof: leads to another checkpoint than data/checkpoint"
    elif [ "$sn" -ne 0 ] || [ "$seq" -ge "$log_size" ] || [ "$(base64 -w 0 "$tmp/r")" != "$log_root" ]; then
        found "$proof: does not prove that the event is in the log"
    fi
}

# Whether the line $1 stands in withheld.txt; $1 ends with the word before the reason, which is set.
withheld() {
    reason=
    case $absences in *"$nl$1 "*) ;; *) return 1 ;; esac
    reason=${absences#*"$nl$1 "}
    reason=${reason%%"$nl"*}
}

# Event $2 says that it erased $1: an event's number, or an object between quotes.
check_erased() {
    by=data/events/$(printf %012d "$2" 2>/dev/null)
    [ -f "$by/header.json" ] && member "$(cat "$by/header.json")" kind || value=
    if [ "$value" != erased ]; then
        found "$3: event $2 is said to have erased it, and did not"
    elif [ ! -f "$by/payload.json" ]; then
        unchecked="$unchecked  that event $2 erased $3: its words are withheld$nl"
    else
        printf '%s\n' "$1" >"$tmp/one"
        [ -n "$(tr '[],' '\n\n\n' <"$by/payload.json" | sort -u | comm -12 - "$tmp/one")" ] ||
            found "$3: is not among what event $2 erased"
    fi
}

check_payload() {
    payload=$folder/payload.json of=
    if [ -f "$payload" ]; then
        hash_of "$payload"
        member "$header" payload
        [ "$hash" = "$value" ] || found "$payload: is not the payload that the header names"
        if withheld "payload $seq" || withheld "erased-payload $seq"; then
            found "$payload: is there, and withheld.txt says that it is not"
        fi
        of=$(tr '{},' '\n\n\n' <"$payload" | sort -u | comm -12 - "$tmp/cases")
        tr '{' '\n' <"$payload" | cut -d '"' -f 1,2,4,8,10 >>"$tmp/objects"
    elif withheld "erased-payload $seq"; then
        check_erased "$seq" "$reason" "$payload"
    elif ! withheld "payload $seq"; then
        found "$payload: is missing, and withheld.txt does not say why"
    fi
}

# ---- 5. each case an unbroken chain

check_chain() {
    member "$header" case_seq
    place=$value
    if [ -z "$place" ]; then
        member "$header" kind
        case $value in
            erased | key.* | seal.set | epoch.begun | timestamp.token) ;;
            *) found "$folder/header.json: is of no case" ;;
        esac
        return
    fi
    member "$header" case_prev
    before=$value
    if [ "$place" = 1 ] && [ -z "$before" ]; then
        chain=$of
        chains="$chains$of$nl"
    else
        case $ends in
            *"$nl$before $((place - 1)) "*)
                chain=${ends#*"$nl$before $((place - 1)) "}
                ends=${ends%%"$nl$before "*}$nl${chain#*"$nl"}
                chain=${chain%%"$nl"*}
                ;;
            *)
                found "$folder/header.json: does not follow an event that is here: one before it is missing"
                chain=$of
                ;;
        esac
    fi
    ends="$ends$header_hash $place $chain$nl"
    [ ! -f "$payload" ] || [ -z "$chain" ] || [ "$of" = "$chain" ] || found "$payload: is of another case"
}

check_cases() {
    while IFS= read -r case_line; do
        case $chains in
            *"$nl$case_line$nl"*"$nl$case_line$nl"*) found "data/events: $case_line begins twice" ;;
            *"$nl$case_line$nl"*) ;;
            *"$nl$nl"*) ;; # its opening was erased, so its name is not known here
            *) found "data/events: $case_line does not begin here" ;;
        esac
    done <"$tmp/cases"
}

# ---- 6. what events name

check_objects() {
    while IFS= read -r line; do
        case $line in
            '"bytes"role"sha256"'????????????????????????????????????????????????????????????????)
                printf '%s\n' "${line##*\"}"
                ;;
        esac
    done <"$tmp/objects" | sort -u >"$tmp/wanted"
    cut -c 1-64 manifest-sha256.txt | sort -u | comm -23 "$tmp/wanted" - >"$tmp/gone"
    while IFS= read -r object; do
        if withheld "erased-object $object"; then
            check_erased "\"$object\"" "$reason" "object $object"
        elif ! withheld "object $object"; then
            found "object $object: an event names it, and it is missing"
        fi
    done <"$tmp/gone"
}

# ---- 7. checkpoints that left the house

check_checkpoints() {
    papers=0
    for folder in data/checkpoints/*; do
        [ -d "$folder" ] || continue
        papers=$((papers + 1))
        if ! read_checkpoint "$folder/checkpoint" || [ "$folder" != "data/checkpoints/$(printf %012d "$size")" ]; then
            found "$folder/checkpoint: is not the checkpoint of that size"
            continue
        fi
        [ -n "$key" ] || found "$folder/checkpoint: is not signed by a key in data/keys"
        is_consistent "$folder/consistency" || found "$folder/consistency: does not prove that the log begins with this checkpoint"
        check_token "$folder/token.tsr" "$folder/checkpoint" "$folder/authority.pem"
    done
}

# The proof in file $1 leads from the checkpoint read last to data/checkpoint (RFC 9162 §2.1.4.2).
is_consistent() {
    [ -f "$1" ] && [ "$size" -le "$log_size" ] || return 1
    {
        IFS= read -r first && IFS= read -r second && IFS= read -r third || return 1
        [ "$first" = ugoda/consistency@v1 ] && [ "$second" = "old $size" ] && [ "$third" = "new $log_size" ] || return 1
        fn=$((size - 1)) sn=$((log_size - 1))
        while [ $((fn & 1)) -eq 1 ]; do fn=$((fn >> 1)) sn=$((sn >> 1)); done
        if [ $((size & (size - 1))) -eq 0 ]; then
            line=$root
        elif ! IFS= read -r line; then
            return 1
        fi
        printf '%s' "$line" | base64 -d >"$tmp/fr" 2>/dev/null || return 1
        cat "$tmp/fr" >"$tmp/sr"
        while IFS= read -r line; do
            [ "$sn" -gt 0 ] && printf '%s' "$line" | base64 -d >"$tmp/p" 2>/dev/null || return 1
            if [ $((fn & 1)) -eq 1 ] || [ "$fn" -eq "$sn" ]; then
                node "$tmp/p" "$tmp/fr" "$tmp/n" && mv "$tmp/n" "$tmp/fr"
                node "$tmp/p" "$tmp/sr" "$tmp/n"
                while [ $((fn & 1)) -eq 0 ] && [ "$fn" -gt 0 ]; do fn=$((fn >> 1)) sn=$((sn >> 1)); done
            else
                node "$tmp/sr" "$tmp/p" "$tmp/n"
            fi
            mv "$tmp/n" "$tmp/sr"
            fn=$((fn >> 1)) sn=$((sn >> 1))
        done
    } <"$1"
    [ "$sn" -eq 0 ] && [ "$(base64 -w 0 "$tmp/fr")" = "$root" ] && [ "$(base64 -w 0 "$tmp/sr")" = "$log_root" ]
}

# ---- 8. what dossier.json says

check_index() {
    tr '{}[],' '\n\n\n\n\n' <data/dossier.json | sort >"$tmp/index"
    [ "$(sort "$tmp/seqs" | uniq | comm -12 - "$tmp/index" | wc -l)" -eq "$events" ] &&
        [ "$(cut -c 1-6 "$tmp/index" | sort | uniq -c | join -1 2 -o 1.1 - "$tmp/seq_word")" = "$events" ] ||
        found 'data/dossier.json: states other events than are here'
    while IFS= read -r path; do
        case $path in
            data/photos/* | data/attachments/* | data/records/* | data/scans/* | data/objects/*) printf '"path":"%s"\n' "$path" ;;
        esac
    done <"$tmp/payload" | sort | comm -23 - "$tmp/index" >"$tmp/gone"
    while IFS= read -r path; do found "data/dossier.json: does not state $path"; done <"$tmp/gone"
    member "$(cat data/dossier.json)" origin
    [ "$value" = "$log_origin" ] || found 'data/dossier.json: names another log than data/checkpoint'
}

# ---- the paper in somebody's hands

check_paper() {
    [ -n "$paper_size" ] || return 0
    if [ "$paper_size" = "$log_size" ]; then
        root=$log_root
    elif ! read_checkpoint "data/checkpoints/$(printf %012d "$paper_size")/checkpoint" 2>/dev/null; then
        found "the paper's checkpoint: there is none of size $paper_size here, and there must be, if the paper is of this case"
        return
    fi
    [ "$root" = "$paper_root" ] || found "the paper's checkpoint: that of size $paper_size here is another: there are two histories"
}

# ---- all of it

folder_of_this=${0%/*}
[ "$folder_of_this" != "$0" ] || folder_of_this=.
bag=$folder_of_this paper_size= paper_root=
while [ $# -gt 0 ]; do
    case $1 in
        --paper-size | --paper-root)
            [ $# -gt 1 ] || give_up "$1 wants a value"
            [ "$1" = --paper-size ] && paper_size=$2 || paper_root=$2
            shift
            ;;
        -*) give_up "usage: sh verify.sh [FOLDER] [--paper-size N --paper-root BASE64]" ;;
        *) bag=$1 ;;
    esac
    shift
done
case $paper_size in 0* | *[!0-9]*) give_up '--paper-size wants a number as it stands on the paper' ;; esac
[ -z "$paper_size" ] || [ -n "$paper_root" ] || give_up '--paper-size and --paper-root go together'
cd "$bag" 2>/dev/null || give_up "there is no folder $bag"
[ -d data ] || give_up "$bag is no unpacked dossier: it has no folder data"
openssl version >/dev/null 2>&1 || give_up 'openssl is not here'
tmp=$(mktemp -d) || give_up 'there is no place for temporary files'
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM

tokens= unchecked=
check_bag 2>/dev/null
for file in data/checkpoint data/dossier.json data/withheld.txt manifest-sha256.txt; do
    [ -f "$file" ] || end_here "$file: is missing"
done
hash_of data/checkpoint
checkpoint_hash=$hash
absences="$nl$(cat data/withheld.txt)$nl"
printf '"seq":\n' >"$tmp/seq_word"
member "$(cat data/dossier.json)" case
case_number=$value
visits=$(cat data/dossier.json)
visits=${visits##*\"visits\":\[}
{
    printf '"case":"%s"\n' "$case_number"
    printf '%s' "${visits%%\]*}" | tr ',' '\n' | while IFS= read -r visit || [ -n "$visit" ]; do printf '"case":%s\n' "$visit"; done
} | sort >"$tmp/cases"
check_signature
check_events
check_cases
check_objects
check_checkpoints
check_index
check_paper

printf '\nCase %s: %s events, %s files, %s checkpoints that left the house.\n' "$case_number" "$events" "$files" "$papers"
printf 'Checked: the bag, its signature, every event with its proof and its place in its case, what events name,\n'
printf 'the checkpoints and timestamps that are here.\n'
[ -z "$tokens" ] || printf 'Timestamps, as good as their authority is trusted:\n%s' "$tokens"
printf 'Not checked here:\n  the seals of the PDFs (pdfsig does), whether headers are canonical JSON (ugoda verify does)\n%s' "$unchecked"
if [ -n "$log_key" ]; then
    openssl pkey -pubin -in "$log_key" -outform DER | tail -c 32 >"$tmp/public"
    hash_of "$tmp/public"
    printf 'The key is %s\n' "$(printf '%.32s' "$hash" | fold -w 4 | tr '\n' ' ')"
    printf '  COMPARE this with the fingerprint printed on the client'\''s paper: another key proves nothing.\n'
fi
printf 'The log %s had %s entries, root %s\n' "$log_origin" "$log_size" "$log_root"
if [ -z "$paper_size" ]; then
    printf '  A checkpoint on paper must be here, too: sh verify.sh --paper-size SIZE --paper-root ROOT\n'
fi
if [ "$bad" -eq 0 ]; then
    printf 'intact\n'
    exit 0
fi
printf 'NOT INTACT: %s findings\n' "$bad"
exit 1
