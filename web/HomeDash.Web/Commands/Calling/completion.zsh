#compdef homedash
# Completes homedash: the program itself says what fits, so that procedures and their options are always those there are.
_homedash() {
    local line="${(j: :)words[2,CURRENT]}"
    compadd -- ${(f)"$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)"}
}
compdef _homedash homedash
