#!/bin/sh
# A PostgreSQL to throw away, on loopback only.
#
#   .ci/postgres.sh              starts one; says on stdout TEST_DATABASE_URL=… and TEST_DATABASE_DIR=…
#   .ci/postgres.sh stop <dir>   stops it and removes every trace of it
#
# As root it installs Debian's PostgreSQL where there is none, and runs it as a user who is nobody else's.
set -eu

programs() {
	for found in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV); do
		[ -x "$found/initdb" ] && echo "$found" && return
	done
	found=$(command -v initdb) && dirname "$found"
}

# PostgreSQL refuses to run as root.
as_owner() {
	if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

install_debian() {
	[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || {
		echo 'There is no PostgreSQL here; please install it (on Debian: apt-get install postgresql).' >&2
		exit 1
	}
	export DEBIAN_FRONTEND=noninteractive
	{ apt-get update && apt-get install -y --no-install-recommends postgresql; } >&2
}

free_port() {
	node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

# In memory where there is a gigabyte to spare: it is thrown away, so no disk has to keep it.
place() {
	spare=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
	if [ -w /dev/shm ] && [ "${spare:-0}" -ge 1048576 ]; then echo /dev/shm; else echo "${TMPDIR:-/tmp}"; fi
}

start() {
	bin=$(programs) || bin=
	[ -n "$bin" ] || { install_debian && bin=$(programs); }
	dir=$(mktemp -d "$(place)/corner-postgres-XXXXXX")
	trap 'stop "$dir"' EXIT
	password=$(node -p 'require("crypto").randomBytes(12).toString("hex")')
	echo "$password" >"$dir/password"
	[ "$(id -u)" != 0 ] || chown -R postgres "$dir"
	cd "$dir"
	# An order of words that no file of ours expects, so that it shows where the database's own would be used.
	as_owner "$bin/initdb" -D "$dir/data" -U corner --pwfile "$dir/password" --auth scram-sha-256 \
		-E UTF8 --locale C.UTF-8 --locale-provider icu --icu-locale en-GB >&2
	for try in 1 2 3; do
		port=$(free_port)
		# It need not outlive a power cut, so it does not wait for the disk.
		as_owner "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w \
			-o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 \
				-c fsync=off -c full_page_writes=off" \
			start >&2 && break
		[ "$try" != 3 ] || { cat "$dir/log" >&2 && exit 1; }
	done
	trap - EXIT
	echo "TEST_DATABASE_URL=postgres://corner:$password@127.0.0.1:$port/postgres"
	echo "TEST_DATABASE_DIR=$dir"
}

stop() {
	case $1 in */corner-postgres-*) ;; *) echo "$1 is not a folder of this script." >&2 && exit 1 ;; esac
	if [ -f "$1/data/postmaster.pid" ]; then
		(cd "$1" && as_owner "$(programs)/pg_ctl" -D "$1/data" -m immediate -w stop >&2)
	fi
	rm -rf "$1"
}

case ${1:-start} in
	start) start ;;
	stop) stop "${2:?the folder that TEST_DATABASE_DIR named}" ;;
	*) echo "unknown: $1" >&2 && exit 1 ;;
esac
