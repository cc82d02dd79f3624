import logging

log = logging.getLogger(__name__)


def flush(queue: list, send) -> int:
    sent = 0
    for message in queue:
        try:
            send(message)
            sent += 1
        except Exception as error:
            log.warning("not sent: %s", error)
    return sent
