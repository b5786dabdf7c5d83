#!/usr/bin/env bash
# Homebridge with its web interface for the tests, and two accessories that do as if. It has a network namespace of its
# own, because it listens on every address and announces itself by multicast; the port of the web interface leads in.
#   homebridge.sh start|stop|status [WORKDIR]      PORT=N asks for a port
# start prints HOMEDASH_TEST_HOMEBRIDGE=URL,USER,PASSWORD,. Needs root.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
. "$(dirname "${BASH_SOURCE[0]}")/network.sh"
. "$(dirname "${BASH_SOURCE[0]}")/npm.sh"

USER_NAME=admin
PASSWORD=secret-of-homebridge
JSON='Content-Type: application/json'

write_settings() { # write_settings PORT
  mkdir -p "$WORK/storage"
  cat >"$WORK/storage/config.json" <<END
{ "bridge": { "name": "Tests", "username": "0E:4B:7C:11:22:33", "port": $(($1 + 1)), "pin": "111-22-333", "bind": ["127.0.0.1"], "advertiser": "ciao" },
  "accessories": [
    { "accessory": "DummySwitch", "name": "Reading lamp", "stateful": true, "dimmer": true, "brightness": 50 },
    { "accessory": "DummySwitch", "name": "Coffee machine", "stateful": true } ],
  "platforms": [ { "platform": "config", "name": "Config", "port": $1, "host": "127.0.0.1", "auth": "form" } ] }
END
}

token() { grep -o '"access_token":"[^"]*' | cut -d'"' -f4; }

create_user() { # create_user API
  local setup
  setup=$(curl -sf "$1/setup-wizard/get-setup-wizard-token" | token) || return 0
  curl -sf -o "$WORK/user.json" -H "Authorization: Bearer $setup" -H "$JSON" \
    -d "{\"name\":\"$USER_NAME\",\"username\":\"$USER_NAME\",\"password\":\"$PASSWORD\",\"admin\":true}" "$1/setup-wizard/create-first-user" || true
}

# The interface finds Homebridge by multicast, some seconds after the start.
lists_accessories() { # lists_accessories API
  local session
  session=$(curl -sf -H "$JSON" -d "{\"username\":\"$USER_NAME\",\"password\":\"$PASSWORD\"}" "$1/auth/login" | token)
  curl -sf -H "Authorization: Bearer $session" "$1/accessories" | grep -q 'Coffee machine'
}

service_start() {
  need_network
  need_command node nodejs
  need_command curl curl
  need_npm homebridge-config-ui-x homebridge@1.11.4 homebridge-dummy@0.9.0 homebridge-config-ui-x@4.76.0
  local port
  port=$(choose_port)
  if ! is_running forward; then
    [ -s "$WORK/storage/config.json" ] || write_settings "$port"
    network_start
    inside ip link set lo multicast on
    spawn_inside homebridge node "$WORK/node_modules/.bin/homebridge" -I -U "$WORK/storage" --strict-plugin-resolution -P "$WORK/node_modules"
    network_forward "$port"
  fi
  wait_http 120 200 "http://127.0.0.1:$port/api/auth/settings"
  create_user "http://127.0.0.1:$port/api"
  wait_until 120 lists_accessories "http://127.0.0.1:$port/api" || die "the interface lists no accessories; see $WORK/homebridge.log"
  echo "HOMEDASH_TEST_HOMEBRIDGE=http://127.0.0.1:$port,$USER_NAME,$PASSWORD,"
}

service_stop() {
  halt homebridge 10
  network_stop
}

service_status() { report_status homebridge forward; }

run_service homebridge "$@"
