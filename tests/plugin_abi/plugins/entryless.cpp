// A library that was put among the plugins and exports no entry.
extern "C" __attribute__((visibility("default"))) int answer_of_entryless() {
    return 42;
}
