#!/usr/bin/env bash
# aria2 for the tests, on 127.0.0.1 alone, with its JSON-RPC.
#   aria2.sh start|stop|status [WORKDIR]      PORT=N asks for a port; peers come to the port after it
# start prints HOMEDASH_TEST_ARIA2=URL,,SECRET,FOLDER, with the folder it downloads to.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

service_start() {
  need_command aria2c aria2
  local port
  port=$(choose_port)
  if ! is_running aria2; then
    mkdir -p "$WORK/downloads"
    spawn aria2 aria2c --no-conf --quiet --enable-rpc "--rpc-listen-port=$port" --rpc-listen-all=false --rpc-secret=secret-of-aria2 \
      "--listen-port=$((port + 1))" --interface=127.0.0.1 --disable-ipv6=true --enable-dht=false --bt-enable-lpd=false \
      --enable-peer-exchange=false "--dir=$WORK/downloads"
  fi
  wait_http 30 "400 404" "http://127.0.0.1:$port/jsonrpc"
  echo "HOMEDASH_TEST_ARIA2=http://127.0.0.1:$port,,secret-of-aria2,$WORK/downloads"
}

service_stop() { halt aria2; }

service_status() { report_status aria2; }

run_service aria2 "$@"
