#pragma once

#include <string>

#include "common/config/model/node_config.h"

namespace twinhelm::config
{

enum class Secrets { Masked, Shown };

/// The model as JSON (RFC 8259), for programs. An object's names are the language's own words: a block is an object, a
/// block that can stand several times (vrrp_instance, real_server, ...) a list of objects, a block of lines a list; a
/// value is a number, true or false, or a string; a keyword alone is true. Values behind a name without a word of
/// their own have fixed names: name, address, port, command, user, group. Only what differs from the default is there,
/// as in normalisedText().
/// `indent` spaces a level; 0: on one line.
[[nodiscard]] std::string jsonModel(const model::NodeConfig &config, Secrets secrets = Secrets::Masked,
                                    std::size_t indent = 2);

} // namespace twinhelm::config
