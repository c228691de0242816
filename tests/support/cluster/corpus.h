#pragma once

#include <string>
#include <vector>

namespace twinhelm::test
{

struct CorpusFile {
    std::string name;
    std::string text;
};

/// The real files that came with the project: the corpus, keepalived's samples, the seeds. Empty when they are not
/// here.
[[nodiscard]] std::vector<CorpusFile> realFiles();

/// Pairs and triples of files that were one cluster's, by their position in realFiles().
[[nodiscard]] std::vector<std::vector<std::size_t>> realClusters(const std::vector<CorpusFile> &files);

/// Another node's file, as people make it: a copy with some values, lines, comments and blocks changed or moved.
[[nodiscard]] std::string variant(const std::string &text, unsigned seed);

} // namespace twinhelm::test
