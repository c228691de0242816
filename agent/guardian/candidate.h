#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "agent/linux/file_descriptor.h"
#include "agent/linux/program_file.h"
#include "common/base/time.h"

namespace boost::asio
{
class io_context;
}

namespace twinhelm::agent
{

/// A program that is to take the guardian's place, asked beforehand whether it could: it is run once, reads what it
/// would be left, and says its version.
/// Threading: the io_context's thread.
class Candidate
{
public:
    /// The version, or A0192: it does not start, says something else, or takes longer than `patience`.
    using Judged = std::function<void(Result<std::string> version)>;

    Candidate(boost::asio::io_context &io, ProgramFile program);
    ~Candidate();

    /// Once. `argv`: for the trial; `left`: the file it finds as its descriptor 3.
    void judge(const std::vector<std::string> &argv, FileDescriptor left, Duration patience, Judged onJudged);
    [[nodiscard]] const ProgramFile &program() const;

private:
    class Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace twinhelm::agent
