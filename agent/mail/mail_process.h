#pragma once

#include "agent/linux/file_descriptor.h"
#include "agent/mail/mail_job.h"

namespace twinhelm::agent
{

/// Sends one mail and says how it went. Waits for the network, each time at most the job's timeout.
[[nodiscard]] MailOutcome sendMail(const MailJob &job);

/// The mail role: reads a job from `channel`, writes the outcome, ends. A process of its own, without rights, because
/// names are looked up and strangers' TLS is spoken: neither may delay an advertisement or touch an address.
[[nodiscard]] int runMail(FileDescriptor channel);

} // namespace twinhelm::agent
