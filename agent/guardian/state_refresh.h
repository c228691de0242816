#pragma once

#include <functional>

#include <boost/json/value.hpp>

namespace boost::asio
{
class io_context;
}

namespace twinhelm::agent
{

class Supervisor;

/// Has the engine and the checker tell their states anew; `answer` gets the engine's reply when both have. A checker
/// that stands still does not hold back the engine's. `checker`: null: there is none.
void refreshState(boost::asio::io_context &io, Supervisor &vrrp, Supervisor *checker,
                  std::function<void(boost::json::value)> answer);

} // namespace twinhelm::agent
