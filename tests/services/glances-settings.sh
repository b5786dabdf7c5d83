# shellcheck shell=bash
# What Glances 3 and 4 have in common. Sourced after lib.sh, not run.

GLANCES_PASSWORD=secret-of-glances
# shellcheck disable=SC2034
GLANCES_OPTIONS=(-w --bind 127.0.0.1 --password --disable-autodiscover --disable-check-update --disable-plugin ip,cloud,docker,containers,ports,wifi)

# write_settings FOLDER HASH: FOLDER is where Glances sees WORK, HASH how its generation keeps a password, in Python.
write_settings() {
  printf '[global]\ncheck_update=False\n[passwords]\nlocal_password_path=%s\n' "$1" >"$WORK/glances.conf"
  python3 -c "
import hashlib, uuid
salt, password = uuid.uuid4().hex, b'$GLANCES_PASSWORD'
print($2, end='')" >"$WORK/glances.pwd"
}
