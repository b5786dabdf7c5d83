#!/usr/bin/env bash
# ioBroker with its adapter simple-api for the tests: a room with a lamp, a dimmer, a thermometer and a lamp whose device never answers. It has a network
# namespace of its own, because the adapter listens on every address; one port leads in.
#   iobroker.sh start|stop|status [WORKDIR]      PORT=N asks for a port
# start prints HOMEDASH_TEST_IOBROKER=URL,,,. Needs root.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
. "$(dirname "${BASH_SOURCE[0]}")/network.sh"
. "$(dirname "${BASH_SOURCE[0]}")/npm.sh"

CONTROLLER=node_modules/iobroker.js-controller

iobroker() { (cd "$WORK" && inside timeout 120 node "$CONTROLLER/iobroker.js" "$@") >>"$WORK/setup.log" 2>&1; }

state() { # state ID COMMON VALUE
  iobroker object set "$1" "{\"type\":\"state\",\"common\":$2,\"native\":{}}"
  iobroker state set "$1" "$3" 1
}

furnish() {
  state 0_userdata.0.lamp '{"name":"Lamp","role":"switch.light","type":"boolean","read":true,"write":true}' false
  state 0_userdata.0.dimmer '{"name":"Dimmer","role":"level.dimmer","type":"number","min":0,"max":100,"read":true,"write":true}' 0
  state 0_userdata.0.temperature '{"name":"Temperature","role":"value.temperature","type":"number","unit":"°C","read":true,"write":false}' 21.5
  state hue.0.silent '{"name":"Silent lamp","role":"switch.light","type":"boolean","read":true,"write":true}' false
  iobroker object set enum.rooms.kitchen '{"type":"enum","common":{"name":{"en":"Kitchen","de":"Küche"},"members":["0_userdata.0.lamp","0_userdata.0.dimmer","0_userdata.0.temperature","hue.0.silent"]},"native":{}}'
  touch "$WORK/furnished"
}

service_start() {
  need_network
  need_command node nodejs
  need_command curl curl
  need_npm iobroker.simple-api iobroker.js-controller@7.0.6 iobroker.simple-api@2.8.0
  local port
  port=$(choose_port)
  if ! is_running forward; then
    network_start
    [ -f "$WORK/iobroker-data/iobroker.json" ] || iobroker setup first || die "the setup failed; see $WORK/setup.log"
    (cd "$WORK" && spawn_inside controller node "$CONTROLLER/controller.js")
    sleep 4
    if [ ! -f "$WORK/furnished" ]; then
      iobroker add simple-api 0 --enabled --port "$port" || die "simple-api cannot be added; see $WORK/setup.log"
      furnish
    fi
    network_forward "$port"
  fi
  wait_http 120 200 "http://127.0.0.1:$port/get/hue.0.silent"
  echo "HOMEDASH_TEST_IOBROKER=http://127.0.0.1:$port,,,"
}

service_stop() {
  halt controller 15
  network_stop
}

service_status() { report_status controller forward; }

run_service iobroker "$@"
