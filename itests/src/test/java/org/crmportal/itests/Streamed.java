package org.crmportal.itests;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body that may have no end: of a stream of events nothing is read, and it is given up. */
final class Streamed implements BodySubscriber<String> {

  private final CompletableFuture<String> body = new CompletableFuture<>();

  /** The whole body, unless it is a stream. */
  static BodyHandler<String> orWhole() {
    return answer ->
        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
            ? new Streamed()
            : BodySubscribers.ofString(StandardCharsets.UTF_8);
  }

  @Override
  public CompletionStage<String> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.cancel();
    body.complete("");
  }

  @Override
  public void onNext(List<ByteBuffer> item) {
    // Given up already.
  }

  @Override
  public void onError(Throwable thrown) {
    body.completeExceptionally(thrown);
  }

  @Override
  public void onComplete() {
    body.complete("");
  }
}
