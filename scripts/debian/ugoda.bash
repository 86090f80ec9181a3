# bash completion for ugoda: verbs, options, forms, locales, the numbers of the vault's cases and visits.
# shellcheck shell=bash

# What stands in a folder of share/ugoda, beside the program or in the folder above it, and in the vault's own.
# Uses the variables of _ugoda.
_ugoda_names() {
    local program share
    program=$(readlink -f "$(type -P ugoda)")
    for share in "${program%/*}/share/ugoda" "${program%/*/*}/share/ugoda" "$(_ugoda_vault)"; do
        [ -z "$share" ] || command ls "$share/$1" 2>/dev/null
    done | sort -u
}

_ugoda_forms() { _ugoda_names forms | sed -n 's/\.json$//p' | grep -vx types; }

# The vault's folder, found as the program finds it.
_ugoda_vault() {
    local folder=${vault[1]:-${UGODA_VAULT:-}}
    if [ -z "$folder" ]; then
        folder=$PWD
        while [ -n "$folder" ] && [ ! -e "$folder/vault.toml" ]; do folder=${folder%/*}; done
    fi
    echo "$folder"
}

_ugoda() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} words='' verb='' place=0 word i
    local -a vault=()
    COMPREPLY=()
    # The verb, and how many of its arguments stand before the word being typed.
    for ((i = 1; i < COMP_CWORD; ++i)); do
        word=${COMP_WORDS[i]}
        case $word in
            --vault) vault=(--vault "${COMP_WORDS[i + 1]/#\~\//$HOME/}"); ((++i)) ;;
            --json | --renew | --draft | --dry-run | --even-retained | --release | --with-keys | --new-epoch | --lost | --incoming | --outgoing | --health | --help | -h) ;;
            -*) ((++i)) ;;
            case | visit | client | photo | settings | forms | clauses | seal | key) if [ -z "$verb" ]; then verb=$word; else ((++place)); fi ;;
            *) case $verb in
                   '' | case | visit | client | photo | settings | forms | clauses | seal | key) verb="${verb:+$verb }$word" ;;
                   *) ((++place)) ;;
               esac ;;
        esac
    done
    case $before in
        --visit) words=$(_ugoda_numbers visit) ;;
        --locale) words=$(_ugoda_names templates | grep -v '\.') ;;
        --form) words=$(_ugoda_forms) ;;
        --kind) words='consent questionnaire treatment_note receipt medical_document message_thread product_label
                       device_log expert_opinion quote privacy_notice proxy other' ;;
        --time-source) words='exif salon_clock client_statement document_date' ;;
        --for) words='insurer court client' ;;
        --vault | --keys | --salon | --ca | --witness | --answers | --out | --ics | --pdf | --before | --after | --followup | --passphrase-file) return ;;
        --as) words='salon client guardian representative practitioner witness interpreter' ;;
        --consent) words='treatment health documentation marketing' ;;
        --how) [ "$verb" = meet ] && return
               [ "$verb" = withdraw ] && words='in_person phone email post sms_messenger social_media paper sms' ||
               words='ink screen qualified_e_signature advanced_e_signature refused' ;;
        --channel) words='phone email in_person post sms_messenger social_media paper' ;;
        --staff | --why | --title | --made-at | --author | --pages | --despite | --by | --hand-over-to) return ;;
        --copy | --printer | --name | --at | --place | --witness | --remarks | --authority | --to) return ;;
        --promise | --with | --since | --on | --within | --received-by) return ;;
        *) words=$(_ugoda_words) ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

# Numbers of the vault's cases, or visits.
_ugoda_numbers() { ugoda "${vault[@]}" "$1" list 2>/dev/null | cut -d' ' -f1; }

# What may stand here. Uses the variables of _ugoda.
_ugoda_words() {
    if [[ $current == -* ]]; then
        echo --vault --staff --json --help
        case $verb in
            '') echo --version ;;
            init) echo --salon ;;
            verify) echo --witness ;;
            dossier) echo --out --for ;;
            'case close') echo --why --despite --by ;;
            'case open') echo --visit ;;
            'client show') echo --health --why ;;
            'photo add') echo --before --after --followup ;;
            attach) echo --kind --title --made-at --time-source --author --pages ;;
            issue) echo --answers --locale --out --draft --hand-over-to --despite --by ;;
            print) echo --copy --printer --why ;;
            sign) echo --as --name --how --at --place --why --witness --remarks --authority ;;
            hand-over) echo --copy --to --at ;;
            perform) echo --promise --at --remarks ;;
            void) echo --why ;;
            note) echo --channel --with --incoming --outgoing --at ;;
            clauses) echo --form --locale ;;
            'clauses approve') echo --by --on --locale ;;
            trail) echo --pdf --locale ;;
            due) echo --within --ics ;;
            timestamp) echo --authority --ca --renew ;;
            backup) echo --with-keys ;;
            restore) echo --keys --witness --new-epoch --why ;;
            'key rotate') echo --lost --why ;;
            'key revoke') echo --since --why ;;
            meet) echo --how ;;
            'seal import') echo --passphrase-file ;;
            withdraw) echo --consent --how --received-by --at --out ;;
            access) echo --out ;;
            erase) echo --dry-run --why --by --even-retained --out ;;
            hold) echo --why --release ;;
        esac
        return
    fi
    case $verb/$place in
        /*) echo init verify settings reindex case visit client photo attach issue print sign hand-over perform void note \
            forms clauses trail dossier due meet seal timestamp withdraw access erase hold backup restore key ;;
        case/*) echo open add list show close ;;
        visit/*) echo open add list show ;;
        client/*) echo list show ;;
        photo/*) echo add ;;
        settings/*) echo accept ;;
        key/*) echo show rotate revoke ;;
        forms/*) echo show ;;
        clauses/*) echo approve ;;
        seal/*) echo show new import ;;
        issue/0 | 'forms show/0' | 'clauses approve'/*) _ugoda_forms ;;
        meet/1) echo acknowledgement reply ;;
        due/0 | meet/0 | 'case add/0' | 'case show/0' | 'case close/0') _ugoda_numbers case ;;
        'visit add/0' | 'visit show/0') _ugoda_numbers visit ;;
        issue/1 | trail/0 | dossier/0 | hold/0 | note/0 | attach/0 | 'photo add/0') _ugoda_numbers case; _ugoda_numbers visit ;;
    esac
}

complete -o bashdefault -o default -F _ugoda ugoda
