#include <cstdio>
#include <fstream>
#include <string>

#include "common/config/schema/keyword_page.h"

/// Writes the keyword reference: keyword_docs FOLDER. Exit code 1 when a file cannot be written.
int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: keyword_docs FOLDER\n", stderr);
        return 2;
    }
    for (const auto &[name, text] : twinhelm::config::schema::keywordDocs()) {
        const auto path = std::string(argv[1]) + '/' + name;
        std::ofstream file(path, std::ios::binary);
        file << text;
        if (!file.flush()) {
            std::fprintf(stderr, "cannot write %s\n", path.c_str());
            return 1;
        }
    }
    return 0;
}
