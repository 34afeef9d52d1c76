# What record.sh keeps of an answer: ids, made-up names and the time of the request become constants, allocated addresses and ports and
# the user's identity go.
.metadata as $meta
| ($meta.creationTimestamp | fromdate) as $now
| def near_now: test("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z$") and ((fromdate - $now) | fabs < 60);
walk(
  if type != "string" then .
  elif . == $meta.uid then "UID"
  elif $meta.generateName and . == $meta.name then "made-up"
  elif near_now then "2026-11-23T08:09:03Z"
  else . end
)
| del(.metadata.uid, .metadata.creationTimestamp, .metadata.managedFields)
| if .kind == "Service" then
    del(.spec.clusterIP, .spec.clusterIPs, .spec.ipFamilies, .spec.ipFamilyPolicy, .spec.healthCheckNodePort, .spec.ports[]?.nodePort)
  elif .kind == "CertificateSigningRequest" then del(.spec.username, .spec.groups, .spec.uid, .spec.extra)
  else . end
