#pragma once

#include <deque>
#include <string>
#include <vector>

#include "common/cluster/check_cluster.h"

namespace twinhelm::test
{

/// Nodes' configurations from texts, ready for checkCluster().
class LoadedCluster
{
public:
    /// One node's own file.
    void loadFile(const std::string &id, const std::string &text);
    /// One document for these nodes.
    void loadDocument(const std::vector<std::string> &ids, const std::string &document);
    /// One document for the nodes it names, lb01 and lb02 in any case.
    void loadDocument(const std::string &document);
    /// An interface of a node; "-" for `prefix`: without an address.
    void tell(const std::string &id, const std::string &interface, const std::string &prefix);

    [[nodiscard]] const std::vector<cluster::CheckedNode> &nodes() const { return nodes_; }
    [[nodiscard]] Diagnostics check() const { return cluster::checkCluster(nodes_); }

private:
    void add(const std::string &id, config::LoadedNode node);

    std::deque<config::LoadedNode> loaded_;
    std::deque<cluster::NodeFacts> facts_;
    std::vector<cluster::CheckedNode> nodes_;
};

} // namespace twinhelm::test
