#!/usr/bin/env bash
# Glances 3 for the tests, with its REST API 3 on 127.0.0.1 and a password.
#   glances.sh start|stop|status [WORKDIR]      PORT=N asks for a port
# start prints HOMEDASH_TEST_GLANCES=URL,USER,PASSWORD,.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
. "$(dirname "${BASH_SOURCE[0]}")/glances-settings.sh"

service_start() {
  need_command glances glances python3-bottle
  # Debian only recommends what the web server needs.
  python3 -c 'import bottle' 2>/dev/null || install_packages python3-bottle
  need_command curl curl
  local port
  port=$(choose_port)
  if ! is_running glances; then
    write_settings "$WORK" 'salt + "$" + hashlib.sha256((salt + hashlib.sha256(password).hexdigest()).encode()).hexdigest()'
    spawn glances env HOME="$WORK" glances "${GLANCES_OPTIONS[@]}" --config "$WORK/glances.conf" --port "$port"
  fi
  wait_http 60 401 "http://127.0.0.1:$port/api/3/cpu"
  echo "HOMEDASH_TEST_GLANCES=http://127.0.0.1:$port,glances,$GLANCES_PASSWORD,"
}

service_stop() { halt glances; }

service_status() { report_status glances; }

run_service glances "$@"
