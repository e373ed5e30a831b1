#!/usr/bin/env bash
# Walks the whole API with curl, and stops at the first answer that is not as it should be.
#   docs/api.sh [ADDRESS]      the product with its demo data; http://localhost:5080 unless said
# Needs curl and nothing else. CLIENT and SECRET name another client than the demo's.
set -euo pipefail
at=${1:-http://localhost:5080}
client=${CLIENT:-demo-link}
secret=${SECRET:-Throughcare-demo-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# ask STATUS METHOD PATH [curl's own arguments]: the body is in $body, its headers in $work/headers
ask() {
  local status=$1 method=$2 path=$3
  shift 3
  local got
  got=$(curl -sS -o "$work/body" -D "$work/headers" -w '%{http_code}' -X "$method" "${token[@]}" "$@" "$at$path")
  body=$(cat "$work/body")
  printf '%s %-4s %s\n' "$got" "$method" "$path"
  [ "$got" = "$status" ] || { printf 'Expected %s. The answer was:\n%s\n' "$status" "$body" >&2; exit 1; }
}
# the first value of a field of the answer
first() { printf '%s' "$body" | grep -oE "\"$1\": ?\"?[^\",}]*" | head -1 | sed -E 's/^"[^"]*": ?"?//' || true; }
header() { sed -nE "s/^$1: (.*)\r$/\1/Ip" "$work/headers" | head -1; }
expect() { [ "$2" = "$3" ] || { printf '%s: expected %s, got %s\n' "$1" "$2" "$3" >&2; exit 1; }; }
token=()

echo "== The document, which anybody may read"
ask 200 GET /api/openapi.json

echo "== A token"
ask 401 GET /api/v1/events
expect type urn:throughcare:problem:no-token "$(first type)"
ask 200 POST /connect/token -d grant_type=client_credentials -d client_id="$client" -d client_secret="$secret"
token=(-H "Authorization: Bearer $(first access_token)")
ask 401 POST /connect/token -d grant_type=client_credentials -d client_id="$client" -d client_secret=guess

echo "== The feed of changes: who has something new"
position=0 person=
while :; do
  ask 200 GET "/api/v1/events?since=$position&limit=500"
  [ -n "$person" ] || person=$(first personId)
  position=$(printf '%s' "$body" | sed -nE 's/.*"position":([0-9]+),"isMore".*/\1/p')
  [ "$(first isMore)" = true ] || break
done
[ -n "$person" ] || { echo "The feed is empty: is there any data?" >&2; exit 1; }

echo "== One person"
ask 200 GET "/api/v1/persons/$person"
key=$(first key)
tag=$(header etag)
ask 304 GET "/api/v1/persons/$key" -H "If-None-Match: $tag"
ask 404 GET /api/v1/persons/A9999ZZ
ask 200 GET "/api/v1/persons?q=$key"
expect id "$person" "$(first id)"
ask 400 GET "/api/v1/persons?q=a&limit=9000"

echo "== Facts, now and as they were known on a day"
ask 200 GET "/api/v1/persons/$key/facts"
ask 200 GET "/api/v1/persons/$key/facts?asAt=2026-01-01&knownAt=2026-01-02T10:00:00Z"

echo "== Timeline, page by page"
ask 200 GET "/api/v1/persons/$key/timeline?limit=2"
cursor=$(first nextCursor)
[ "$cursor" = null ] || ask 200 GET "/api/v1/persons/$key/timeline?limit=2&cursor=$cursor"

echo "== Recording a contact, once"
now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
idempotency="walk-$(date +%s)-$RANDOM"
contact='{"type":"C201","happenedAt":"'$now'","mode":"faceToFace","text":"Came to ask about the bricklaying course. Has the form and will bring it back on Friday.","sharing":"yes"}'
ask 400 POST "/api/v1/persons/$key/contacts" -H 'Content-Type: application/json' -d "$contact"
ask 415 POST "/api/v1/persons/$key/contacts" -H "Idempotency-Key: $idempotency" -H 'Content-Type: text/plain' -d "$contact"
ask 422 POST "/api/v1/persons/$key/contacts" -H "Idempotency-Key: $idempotency" -H 'Content-Type: application/json' -d '{}'
ask 201 POST "/api/v1/persons/$key/contacts" -H "Idempotency-Key: $idempotency" -H 'Content-Type: application/json' -d "$contact"
made=$(first id)
address=$(header location)
ask 201 POST "/api/v1/persons/$key/contacts" -H "Idempotency-Key: $idempotency" -H 'Content-Type: application/json' -d "$contact"
expect "the same contact" "$made" "$(first id)"
ask 422 POST "/api/v1/persons/$key/contacts" -H "Idempotency-Key: $idempotency" -H 'Content-Type: application/json' -d "${contact/Friday/Thursday}"
expect type urn:throughcare:problem:key-reused "$(first type)"

echo "== Reading and editing it"
ask 200 GET "/api/v1/persons/$key/contacts?limit=5"
ask 200 GET "$address"
tag=$(header etag)
edit='{"mode":"faceToFace","text":"Came to ask about the bricklaying course. Has the form and will bring it back on Thursday.","sharing":"yes"}'
ask 428 PUT "$address" -H "Idempotency-Key: $idempotency-none" -H 'Content-Type: application/json' -d "$edit"
ask 200 PUT "$address" -H "Idempotency-Key: $idempotency-edit" -H "If-Match: $tag" -H 'Content-Type: application/json' -d "$edit"
ask 412 PUT "$address" -H "Idempotency-Key: $idempotency-late" -H "If-Match: $tag" -H 'Content-Type: application/json' -d "${edit/Thursday/Monday}"

echo "== The feed again, from where it was"
ask 200 GET "/api/v1/events?since=$position&limit=500"
case $body in *"$made"*) ;; *) echo "The new contact is not in the feed: $body" >&2; exit 1 ;; esac

echo "== Risk predictors, from answers that are sent"
answers='{"sex":"M","date_of_birth":"1984-05-05","assessment_date":"2026-06-15","conviction_date":"2026-01-19","community_date":"2026-05-10","offence_code":"04600","age_first_sanction":14,"total_sanctions":38,"violent_sanctions":3}'
ask 200 POST /api/risk/scores -H 'Content-Type: application/json' -d '{"family":"2026","answers":'"$answers"'}'
expect "the percentage of ARP" 79.34 "$(first percent)"
ask 400 POST /api/risk/scores -H 'Content-Type: application/json' -d '{"answers":{"sex":"X"}}'
ask 200 GET "/api/v1/persons/$key/risk-scores"
ask 400 GET "/api/v1/persons/$key/risk-scores?family=2026"

echo "== Who leads, scope and early allocation"
ask 200 GET "/api/v1/persons/$key/handover"
ask 200 GET "/api/v1/persons/$key/scope"
ask 200 GET "/api/v1/persons/$key/early-allocation"
ask 400 GET "/api/v1/persons/$key/scope?nationality=foreign"

echo "== What is due, and how timely it was"
ask 200 GET "/api/v1/persons/$key/due-items?limit=5"
ask 400 GET "/api/v1/persons/$key/due-items?state=lost"
ask 200 GET "/api/v1/staff/me/due-items?state=open"
ask 200 GET "/api/v1/places/LHI/due-items?limit=5"
ask 403 GET "/api/v1/places/LNI/due-items"
ask 404 GET "/api/v1/places/XXX/due-items"
ask 200 GET "/api/v1/standards/timeliness?by=place"
ask 400 GET "/api/v1/standards/timeliness?by=colour"

echo "== What is not there"
ask 404 GET /api/v1/nothing
ask 405 DELETE "/api/v1/persons/$key"

echo "The API answers as it should."
