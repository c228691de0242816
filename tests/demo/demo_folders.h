#pragma once

#include <QDir>

#include "tests/demo/demo_pair.h"

namespace twinhelm::demo
{

/// The desk's folders of one demo, all below one folder that the caller owns; nothing of the person's own is touched.
struct DemoFolders {
    QDir root;
    QDir configHome; ///< settings, site CA
    QDir ssh;        ///< config (the lab's key), known_hosts
    QDir site;
    QDir files; ///< lb01.conf and lb02.conf, as a person would have them
    QDir pictures;

    /// Makes them anew and writes the pair's key into ssh/config and its files into files/.
    static DemoFolders make(const QDir &root, DemoPair &pair);
    /// Writes the host keys that the lab made itself: for a window that shall not ask about them.
    void trustHosts(DemoPair &pair) const;
};

} // namespace twinhelm::demo
