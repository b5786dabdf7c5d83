#!/usr/bin/env bash
# Glances 4 of Debian 13 for the tests, with its REST API 4 on 127.0.0.1 and a password.
#   glances4.sh start|stop|status [WORKDIR]      PORT=N asks for a port
# start prints HOMEDASH_TEST_GLANCES4=URL,USER,PASSWORD,.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
. "$(dirname "${BASH_SOURCE[0]}")/trixie.sh"
. "$(dirname "${BASH_SOURCE[0]}")/glances-settings.sh"

service_start() {
  need_trixie glances python3-fastapi python3-uvicorn python3-jinja2
  need_command python3 python3
  need_command curl curl
  local port
  port=$(choose_port)
  if ! is_running glances; then
    write_settings /srv/service 'salt + "$" + hashlib.pbkdf2_hmac("sha256", hashlib.pbkdf2_hmac("sha256", password, b"", 100000, dklen=128).hex().encode(), salt.encode(), 100000, dklen=128).hex()'
    enter_trixie
    # Debian's package comes without the web pages, and would end without this option.
    spawn glances "${ENTER[@]}" env HOME=/srv/service glances "${GLANCES_OPTIONS[@]}" --disable-webui --config /srv/service/glances.conf --port "$port"
  fi
  wait_http 60 401 "http://127.0.0.1:$port/api/4/cpu"
  echo "HOMEDASH_TEST_GLANCES4=http://127.0.0.1:$port,glances,$GLANCES_PASSWORD,"
}

service_stop() { halt glances; }

service_status() { report_status glances; }

run_service glances4 "$@"
