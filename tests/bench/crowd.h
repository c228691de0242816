#pragma once

#include <string>
#include <vector>

#include "tests/lab/engine.h"
#include "tests/lab/lab.h"

namespace twinhelm::bench
{

/// For thousands of virtual routers.
inline const lab::EngineOptions quietly{.detail = false};

struct CrowdOptions {
    int interfaces = 16;
    int perInterface = 255; ///< virtual routers on each
    int version = 2;
    std::string advert = "1"; ///< seconds
};

/// Two balancers with many virtual routers, each with one address, on links of their own between the two, so that
/// nothing but the engines and the kernel's packets costs time.
class Crowd
{
public:
    explicit Crowd(CrowdOptions options);

    lab::Lab &lab() { return lab_; }
    lab::Node &lb1() { return lab_.lb1(); }
    lab::Node &lb2() { return lab_.lb2(); }
    [[nodiscard]] int size() const { return options_.interfaces * options_.perInterface; }
    [[nodiscard]] std::vector<std::string> interfaces() const;
    /// Adverts that came to the backup's interfaces so far, and whatever else did.
    [[nodiscard]] double framesHeard();
    /// The configuration of a node; `changed`: one virtual router has one more address than otherwise.
    [[nodiscard]] std::string config(const std::string &node, int priority, bool changed = false) const;

private:
    CrowdOptions options_;
    lab::Lab lab_;
};

} // namespace twinhelm::bench
