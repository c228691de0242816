#pragma once

// The heavy headers, precompiled once for every target that speaks Asio.
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
