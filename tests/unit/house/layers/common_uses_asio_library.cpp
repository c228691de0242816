// Must not link: the compiled Asio is the agent's.
#define BOOST_ASIO_SEPARATE_COMPILATION
#include <boost/asio/io_context.hpp>

int main()
{
    boost::asio::io_context context;
    return static_cast<int>(context.run());
}
