#include <csignal>
#include <iostream>

#include "agent/ctl/command_line.h"

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN); // `twinhelmctl events --follow | head` ends by a failed write
    return twinhelm::ctl::runCtl(argc, argv, {std::cin, std::cout, std::cerr});
}
