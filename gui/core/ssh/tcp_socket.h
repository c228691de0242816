#pragma once

#include <utility>

#include <QByteArray>
#include <QString>

#include "common/base/result.h"

/// The few socket calls SSH needs beside libssh, which can neither be cancelled while it connects nor speak through
/// another session. POSIX; the one file of the desk's SSH to port.
namespace twinhelm::desk
{

class Interrupt;

/// A connected, non-blocking TCP socket. Every address of the name is tried in turn; ends when `interrupt` says so.
/// Errors: error::notReached with what the system said about each address.
Result<int> connectTcp(const QString &host, quint16 port, Interrupt &interrupt);

/// Two ends of a local byte pipe, both non-blocking.
Result<std::pair<int, int>> socketPair();

/// Whoever waits for this socket is woken; it stays open.
void shutdownSocket(int socket);
void closeSocket(int socket);
/// A second number for the same socket.
int duplicateSocket(int socket);

/// Writing to a socket that was shut down is an error, not a signal that ends the program. Once is enough.
void ignoreBrokenPipes();

/// Waits until one of the sockets can be read (a closed or failed one can), at most `milliseconds`.
void waitReadable(int first, int second, int milliseconds);

/// Moves what can be moved without waiting: at most `most` bytes behind `into`, or the front of `from`.
/// False: the other side has closed.
bool readSome(int socket, QByteArray &into, qsizetype most);
bool writeSome(int socket, QByteArray &from);

} // namespace twinhelm::desk
