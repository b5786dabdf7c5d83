#!/usr/bin/env bash
# Netdata for the tests, on 127.0.0.1 alone: in memory, without cloud, without telemetry, with the collectors of the system only.
#   netdata.sh start|stop|status [WORKDIR]      PORT=N asks for a port
# start prints HOMEDASH_TEST_NETDATA=URL,,,.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

write_settings() { # write_settings PORT
  mkdir -p "$WORK"/{cache,log,lib/cloud.d}
  printf '[global]\n  enabled = no\n' >"$WORK/lib/cloud.d/cloud.conf"
  cat >"$WORK/netdata.conf" <<END
[global]
  run as user = $(id -un)
  hostname = nas
[db]
  mode = ram
  retention = 600
[directories]
  cache = $WORK/cache
  lib = $WORK/lib
  log = $WORK/log
[web]
  bind to = 127.0.0.1:$1
[health]
  enabled = no
[ml]
  enabled = no
[statsd]
  enabled = no
[plugins]
$(printf '  %s = no\n' python.d charts.d go.d apps perf ebpf freeipmi cgroups)
END
}

# The first values come some seconds after the first answer.
has_values() {
  curl -s -m 5 "http://127.0.0.1:$1/api/v1/allmetrics?format=json&filter=system.load" | grep -q '"load15"' &&
    curl -s -m 5 "http://127.0.0.1:$1/api/v1/allmetrics?format=json&filter=disk_space.*" | grep -q '"used"'
}

service_start() {
  need_command netdata netdata
  need_command curl curl
  local port
  port=$(choose_port)
  if ! is_running netdata; then
    write_settings "$port"
    spawn netdata env DISABLE_TELEMETRY=1 DO_NOT_TRACK=1 netdata -D -c "$WORK/netdata.conf" -P "$WORK/netdata.own.pid"
  fi
  wait_http 60 200 "http://127.0.0.1:$port/api/v1/info"
  wait_until 60 has_values "$port" || die "no values in 60 s; the logs are in $WORK"
  echo "HOMEDASH_TEST_NETDATA=http://127.0.0.1:$port,,,"
}

service_stop() { halt netdata 15; }

service_status() { report_status netdata; }

run_service netdata "$@"
