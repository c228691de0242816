// Asio and Beast are compiled here, once; see BOOST_ASIO_SEPARATE_COMPILATION in agent/CMakeLists.txt.
#include <boost/asio/impl/src.hpp>
#include <boost/asio/ssl/impl/src.hpp>
#include <boost/beast/src.hpp>
