//! TCP, with the socket options that upstream's listeners have.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::{TcpListener, TcpSocket, TcpStream};

use crate::{BoxFuture, Connection, Listener, Net, Stream};

/// Connections that may wait to be accepted; Linux's own ceiling (`net.core.somaxconn`), which Go uses as well.
const BACKLOG: u32 = 4096;
/// Silence after which the kernel asks whether the peer is still there (apiserver `server/secure_serving.go`).
const KEEP_ALIVE: Duration = Duration::from_secs(3 * 60);

pub(super) struct TcpNet;

struct Tcp {
    listener: TcpListener,
    local: SocketAddr,
}

fn prepare(stream: TcpStream) -> io::Result<Stream> {
    stream.set_nodelay(true)?;
    rustix::net::sockopt::set_socket_keepalive(&stream, true)?;
    rustix::net::sockopt::set_tcp_keepidle(&stream, KEEP_ALIVE)?;
    Ok(Box::new(stream))
}

impl Listener for Tcp {
    fn local_addr(&self) -> SocketAddr {
        self.local
    }

    fn accept(&mut self) -> BoxFuture<'_, io::Result<Connection>> {
        Box::pin(async {
            let (stream, peer) = self.listener.accept().await?;
            Ok(Connection { stream: prepare(stream)?, peer })
        })
    }
}

impl Net for TcpNet {
    fn listen(&self, at: SocketAddr) -> BoxFuture<'static, io::Result<Box<dyn Listener>>> {
        Box::pin(async move {
            let socket = if at.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
            // A restart must not wait for the old connections' closing time.
            socket.set_reuseaddr(true)?;
            socket.bind(at)?;
            let listener = socket.listen(BACKLOG)?;
            let local = listener.local_addr()?;
            Ok(Box::new(Tcp { listener, local }) as Box<dyn Listener>)
        })
    }

    fn connect(&self, to: SocketAddr) -> BoxFuture<'static, io::Result<Stream>> {
        Box::pin(async move { prepare(TcpStream::connect(to).await?) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    #[tokio::test]
    async fn bytes_cross_and_a_taken_port_is_refused() {
        let net = TcpNet;
        let mut listener = net.listen("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let address = listener.local_addr();
        assert_ne!(address.port(), 0);
        assert_eq!(net.listen(address).await.err().unwrap().kind(), io::ErrorKind::AddrInUse);
        let (client, accepted) = tokio::join!(net.connect(address), listener.accept());
        let (mut client, mut accepted) = (client.unwrap(), accepted.unwrap());
        client.write_all(b"hello").await.unwrap();
        let mut buffer = [0; 5];
        accepted.stream.read_exact(&mut buffer).await.unwrap();
        assert_eq!(&buffer, b"hello");
        assert!(accepted.peer.ip().is_loopback());
    }
}
