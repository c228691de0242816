#pragma once

#include <QList>
#include <QNetworkReply>
#include <QSslError>
#include <QString>

#include "common/base/result.h"
#include "gui/core/live/agent_address.h"

namespace twinhelm::desk
{

/// Keeps what TLS found wrong with the agent's certificate until agentError() tells it.
void noteTlsErrors(QNetworkReply &reply, const QList<QSslError> &errors);

/// What a failed reply means, in words for people: the agent's own refusal when it sent one, else what the network or
/// TLS said and what to look at. `body` is what was read of the reply.
[[nodiscard]] Error agentError(const AgentAddress &address, const QNetworkReply &reply, const QByteArray &body);

} // namespace twinhelm::desk
