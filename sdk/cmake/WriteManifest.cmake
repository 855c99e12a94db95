# cmake -DDRAFT= -DID= -DFOLDER= -DSUFFIX= -P: the manifest with the digests of what was built.
file(READ "${DRAFT}" manifest)
file(SHA256 "${FOLDER}/${ID}${SUFFIX}" digest)
string(JSON manifest SET "${manifest}" sha256 "\"${digest}\"")
if(EXISTS "${FOLDER}/${ID}_ui${SUFFIX}")
    file(SHA256 "${FOLDER}/${ID}_ui${SUFFIX}" digest)
    string(JSON manifest SET "${manifest}" ui_sha256 "\"${digest}\"")
endif()
file(WRITE "${FOLDER}/${ID}.plugin.json" "${manifest}\n")
