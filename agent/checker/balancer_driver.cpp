#include "agent/checker/balancer_driver.h"

#include "common/base/overloaded.h"

namespace twinhelm::agent
{

void BalancerDriver::handle(health::Event event)
{
    waiting_.push_back(std::move(event));
    if (working_)
        return;
    working_ = true;
    while (!waiting_.empty()) {
        const auto next = std::move(waiting_.front());
        waiting_.pop_front();
        for (const auto &action : balancer_.step(clock_(), next))
            carryOut(action);
    }
    working_ = false;
}

void BalancerDriver::carryOut(const health::Action &action)
{
    std::visit(Overloaded{
                   [&](const health::StartProbe &one) { ports_.probes.start(one); },
                   [&](const health::CancelProbe &one) { ports_.probes.cancel(one.id); },
                   [&](const health::Program &one) { ports_.table.program(clock_(), one); },
                   [&](const health::RunCommand &one) { ports_.tell.run(one); },
                   [&](const health::FifoLine &one) { ports_.tell.write(one); },
                   [&](const health::SmtpAlert &one) { ports_.tell.mail(one); },
                   [&](const health::RunSync &one) { ports_.runSync(one.role); },
                   [&](const health::KeepOverrides &) { ports_.tell.keep(balancer_.overrides()); },
                   [&](const health::Publish &one) { ports_.tell.publish(one); },
               },
               action);
}

} // namespace twinhelm::agent
