# shellcheck shell=bash
# Services that come from npm, into WORK. Sourced after lib.sh, not run.

# need_npm PROGRAM PACKAGE@VERSION...: installs the packages unless the program, a path below node_modules, is there.
need_npm() {
  local program=$1
  shift
  [ -e "$WORK/node_modules/$program" ] && return 0
  [ "${HOMEDASH_INSTALL:-1}" != 0 ] || die "missing: $*. Run eng/test --all"
  need_command npm npm
  echo '{"private":true}' >"$WORK/package.json"
  (cd "$WORK" && npm install --no-audit --no-fund --ignore-scripts --loglevel error "$@") >"$WORK/npm.log" 2>&1 || die "npm install $* failed; see $WORK/npm.log"
}
