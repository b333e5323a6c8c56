ALTER TABLE attempt VALIDATE CONSTRAINT attempt_device_check;
