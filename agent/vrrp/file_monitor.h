#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "common/vrrp/node_events.h"

namespace boost::asio
{
class io_context;
}

namespace twinhelm::agent
{

/// Follows tracked files by inotify, on the file and on its folder, and tells what they say: vrrp::FileRead, and
/// vrrp::Trouble when one cannot be read. A folder that does not exist yet is looked for once a second.
/// Threading: the io_context's thread.
class FileMonitor
{
public:
    using Sink = std::function<void(vrrp::NodeEvent)>;

    FileMonitor(boost::asio::io_context &io, Sink sink);
    ~FileMonitor();

    /// Tells the value of each file at once. `create`: make those that want it (init_file).
    void configure(const std::vector<vrrp::FileSettings> &files, bool create);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace twinhelm::agent
