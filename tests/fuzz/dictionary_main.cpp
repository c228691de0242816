// Prints every word of the language as a libFuzzer dictionary.
#include <iostream>
#include <set>

#include "common/config/schema/schema.h"

int main()
{
    std::set<std::string> words{"{\\x0a",
                                "}\\x0a",
                                "@lb01 ",
                                "@^lb02 ",
                                "~SEQ(i,",
                                "~LST(i,",
                                "${",
                                "$A=",
                                "$A",
                                "include a\\x0a",
                                "%%\\x0a",
                                "10.0.0.3/24",
                                "fe80::1",
                                "\\\\\\\\\\x0a",
                                "\\xef\\xbc\\x9a",
                                "\\xe2\\x80\\x9c",
                                "[root@lb01 ~]# "};
    for (const auto &block : twinhelm::config::schema::blocks()) {
        for (const auto &keyword : block.keywords)
            words.insert(std::string(keyword.name));
    }
    for (const auto &word : words) {
        if (word.find('"') == std::string::npos && !word.empty())
            std::cout << '"' << word << "\"\n";
    }
}
