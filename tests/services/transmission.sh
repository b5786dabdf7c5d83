#!/usr/bin/env bash
# Transmission for the tests, on 127.0.0.1 alone: no peers but those a test names, no DHT, no port forwarding.
#   transmission.sh start|stop|status [WORKDIR]      PORT=N asks for a port; peers come to the port after it
# start prints HOMEDASH_TEST_TRANSMISSION=URL,USER,PASSWORD,FOLDER, with the folder it downloads to.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

write_settings() { # write_settings PORT
  mkdir -p "$WORK/config" "$WORK/downloads"
  cat >"$WORK/config/settings.json" <<END
{
  "rpc-enabled": true, "rpc-bind-address": "127.0.0.1", "rpc-port": $1,
  "rpc-authentication-required": true, "rpc-username": "homedash", "rpc-password": "secret-of-transmission",
  "rpc-whitelist-enabled": true, "rpc-whitelist": "127.0.0.1",
  "bind-address-ipv4": "127.0.0.1", "bind-address-ipv6": "::1", "peer-port": $(($1 + 1)),
  "port-forwarding-enabled": false, "dht-enabled": false, "lpd-enabled": false, "pex-enabled": false,
  "utp-enabled": false, "download-queue-enabled": false, "download-dir": "$WORK/downloads"
}
END
}

service_start() {
  need_command transmission-daemon transmission-daemon
  local port
  port=$(choose_port)
  if ! is_running transmission; then
    [ -s "$WORK/config/settings.json" ] || write_settings "$port"
    spawn transmission transmission-daemon --foreground --config-dir "$WORK/config" --log-error
  fi
  # 409 carries the session id that every call needs.
  wait_http 30 "401 409" "http://127.0.0.1:$port/transmission/rpc"
  echo "HOMEDASH_TEST_TRANSMISSION=http://127.0.0.1:$port,homedash,secret-of-transmission,$WORK/downloads"
}

service_stop() { halt transmission 15; }

service_status() { report_status transmission; }

run_service transmission "$@"
