package org.crmportal.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A wire to a port of this machine; while it is held, it accepts everything and answers nothing.
 */
final class Wire implements AutoCloseable {

  private final int target;
  private final ServerSocket server;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private boolean held;
  private boolean closed;

  Wire(int target) {
    this.target = target;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** From now on nothing gets through; what is sent waits. */
  synchronized void hold() {
    held = true;
  }

  /** Lets everything through again. */
  synchronized void release() {
    held = false;
    notifyAll();
  }

  private void accept() {
    try {
      while (true) {
        var near = keep(server.accept());
        start(() -> connect(near));
      }
    } catch (IOException e) {
      release();
    }
  }

  private void connect(Socket near) {
    try (near) {
      pass();
      try (var far = keep(new Socket(InetAddress.getLoopbackAddress(), target))) {
        start(() -> copy(far, near));
        copy(near, far);
      }
    } catch (IOException | InterruptedException e) {
      // Either end is gone: so is the connection.
      sockets.remove(near);
    }
  }

  private void copy(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      var buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        pass();
        out.write(buffer, 0, read);
      }
    } catch (IOException | InterruptedException e) {
      // Either end is gone: closing both streams has told the other.
      sockets.remove(from);
    }
  }

  private synchronized void pass() throws InterruptedException {
    while (held && !closed) {
      wait();
    }
  }

  private Socket keep(Socket socket) {
    sockets.add(socket);
    return socket;
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    server.close();
    for (var socket : sockets) {
      socket.close();
    }
  }
}
