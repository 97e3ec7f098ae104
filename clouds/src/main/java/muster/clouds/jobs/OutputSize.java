package muster.clouds.jobs;

record OutputSize(long count, String unit) {}
