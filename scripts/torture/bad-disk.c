/* A disk that fails: loaded before the C library, it lets calls on the files of one folder fail once a mark is there.
   BAD_DISK=FOLDER, BAD_DISK_MARK=FILE, BAD_DISK_CALLS=io|lock|nolock. To SQLite lock is a fault of the disk, nolock as if
   another program held the lock. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int fails(int file, const char *calls) {
  const char *folder = getenv("BAD_DISK"), *mark = getenv("BAD_DISK_MARK"), *wanted = getenv("BAD_DISK_CALLS");
  char link[64], path[4096];
  if (!folder || !mark || !wanted || strcmp(wanted, calls) || access(mark, F_OK)) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strncmp(path, folder, strlen(folder)) == 0;
}

#define FAIL(calls, code) if (fails(file, calls)) { errno = code; return -1; }
#define REAL(name) __typeof__(name) *real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) { FAIL("io", EIO) REAL(pwrite); return real(file, bytes, count, at); }
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) { FAIL("io", EIO) REAL(pwrite64); return real(file, bytes, count, at); }
ssize_t write(int file, const void *bytes, size_t count) { FAIL("io", EIO) REAL(write); return real(file, bytes, count); }
ssize_t pread(int file, void *bytes, size_t count, off_t at) { FAIL("io", EIO) REAL(pread); return real(file, bytes, count, at); }
ssize_t pread64(int file, void *bytes, size_t count, off64_t at) { FAIL("io", EIO) REAL(pread64); return real(file, bytes, count, at); }
int fsync(int file) { FAIL("io", EIO) REAL(fsync); return real(file); }
int fdatasync(int file) { FAIL("io", EIO) REAL(fdatasync); return real(file); }
int ftruncate(int file, off_t length) { FAIL("io", EIO) REAL(ftruncate); return real(file, length); }
int ftruncate64(int file, off64_t length) { FAIL("io", EIO) REAL(ftruncate64); return real(file, length); }

static int lock(int file, int command, va_list rest, int (*real)(int, int, ...)) {
  void *argument = va_arg(rest, void *);
  if (command == F_SETLK || command == F_SETLKW || command == F_GETLK) { FAIL("lock", EOPNOTSUPP) FAIL("nolock", ENOLCK) }
  return real(file, command, argument);
}
int fcntl(int file, int command, ...) { REAL(fcntl); va_list rest; va_start(rest, command); int result = lock(file, command, rest, real); va_end(rest); return result; }
int fcntl64(int file, int command, ...) { REAL(fcntl64); va_list rest; va_start(rest, command); int result = lock(file, command, rest, real); va_end(rest); return result; }
