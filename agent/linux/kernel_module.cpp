#include "agent/linux/kernel_module.h"

#include <csignal>
#include <fstream>

#include "agent/linux/child_process.h"

namespace twinhelm::agent
{

namespace
{

constexpr int patienceMilliseconds = 5000;

std::string modprobeProgram()
{
    std::string out;
    std::ifstream setting("/proc/sys/kernel/modprobe");
    std::getline(setting, out);
    return out.empty() ? "/sbin/modprobe" : out;
}

tl::unexpected<Error> notLoaded(const std::string &name, const std::string &why)
{
    return fail("A0385", "the kernel module " + name + " could not be loaded: " + why,
                "run 'modprobe " + name + "' as root, and put " + name + " into /etc/modules-load.d/");
}

} // namespace

Result<void> loadKernelModule(const std::string &name)
{
    SpawnRequest request;
    request.argv = {modprobeProgram(), "-q", "--", name};
    request.quiet = true;
    request.withoutLoaderWords = true;
    auto modprobe = ChildProcess::spawn(request);
    if (!modprobe)
        return notLoaded(name, modprobe.error().what);
    const auto status = modprobe->wait(patienceMilliseconds);
    if (!status) {
        modprobe->signal(SIGKILL);
        (void)modprobe->wait(patienceMilliseconds);
        return notLoaded(name, "modprobe did not end in time");
    }
    if (!status->success())
        return notLoaded(name, "modprobe " + status->toString());
    return {};
}

} // namespace twinhelm::agent
