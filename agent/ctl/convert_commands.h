#pragma once

#include <string>

#include "agent/ctl/streams.h"

/// The commands that write a configuration in another form. Each returns an exit code (exit_code.h).
namespace twinhelm::ctl
{

enum class ExportForm {
    Own,        ///< the node's lines as they stand
    Minimal,    ///< the same without comments
    Normalised, ///< what they mean, each statement once
    Json,       ///< the model, for programs; secrets masked
};

struct ExportWanted {
    std::string file; ///< "-" for standard input
    std::string node;
    std::string output;
    ExportForm form = ExportForm::Own;
};

/// One node's own file out of a document.
int exportFile(const ExportWanted &wanted, const Streams &io);

struct ImportWanted {
    std::string from; ///< ipvsadm, ldirectord
    std::string file;
    std::string output;
};

/// keepalived.conf out of another program's configuration; what could not be carried over is said on standard error.
int importFile(const ImportWanted &wanted, const Streams &io);

} // namespace twinhelm::ctl
