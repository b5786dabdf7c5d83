# Completes homedash: the program itself says what fits, so that procedures and their options are always those there are.
_homedash() {
    local line="${COMP_LINE:0:COMP_POINT}"
    line="${line#"${COMP_WORDS[0]}"}"
    line="${line#"${line%%[![:space:]]*}"}"
    local word="${COMP_WORDS[COMP_CWORD]}"
    local IFS=$'\n'
    COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)" -- "$word"))
}
complete -o default -F _homedash homedash
